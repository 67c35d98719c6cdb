"""Groups that may be shown: those of the administration, never those of a room."""

from Products.CMFCore.utils import getToolByName
from wilma.social.directory.words import fold


# Rights in rooms hang on groups called "<Group>:<UID>"; their names alone would tell of a room.
OF_A_ROOM = ":"


def is_shown(groupid: str) -> bool:
    """False for the groups of rooms."""
    return OF_A_ROOM not in groupid


def find_groups(site, text: str = "", limit: int | None = None) -> list[tuple[str, str]]:
    """Give [(id, title)] of groups whose id or title has the text, by title."""
    text = fold(text)
    found = {}
    for info in getToolByName(site, "acl_users").searchGroups():
        title = info.get("title") or found.get(info["id"]) or info["id"]
        if is_shown(info["id"]):
            found[info["id"]] = title
    fitting = [item for item in found.items() if any(text in fold(part) for part in item)]
    return sorted(fitting, key=lambda item: (fold(item[1]), item[0]))[:limit]
