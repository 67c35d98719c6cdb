"""The sections of the site, by the ids of their folders, and what can be made in them."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from Products.CMFCore.utils import getToolByName
from urllib.parse import quote
from wilma.theme import _


ICONS = {
    "aktuelles": "news",
    "raeume": "rooms",
    "people": "people",
    "organisation": "org",
    "termine": "cal",
    "wissen": "book",
    "services": "grid",
}

INFO = {
    "hilfe": _("Help"),
    "barrierefreiheit": _("Accessibility"),
    "datenschutz": _("Privacy"),
    "impressum": _("Imprint"),
}

# Section, portal type, icon, label of the entry in the menu "Create".
CREATE = (
    ("aktuelles", "News Item", "news", _("News item")),
    ("termine", "Event", "cal", _("Event")),
    ("wissen", "Document", "book", _("Knowledge page")),
    ("wissen", "File", "file", _("File")),
    ("services", "Link", "grid", _("Service")),
)


@dataclass(frozen=True)
class Entry:
    """One link of the shell."""

    title: str
    url: str
    icon: str = ""
    current: str | None = None
    key: str = ""


def sections(portal, context) -> list[Entry]:
    """The sections that exist and that the person may see, in the order of the rail."""
    here = portal_path(portal, context)
    return [
        Entry(folder.Title(), folder.absolute_url(), ICONS[id_], _current(here, id_), id_)
        for id_, folder in _visible(portal, ICONS)
    ]


def info_pages(portal) -> dict[str, Entry]:
    """The pages behind the footer's links that exist and that the person may see, by id."""
    folder = portal._getOb("info", None)
    if folder is None:
        return {}
    return {id_: Entry(INFO[id_], page.absolute_url()) for id_, page in _visible(folder, INFO)}


def creatable(portal, context) -> list[Entry]:
    """What the person may make: in the section, or in its folder that they are looking at."""
    entries = []
    for section, portal_type, icon, label in CREATE:
        folder = _place(portal, context, section)
        if folder is not None and _may_add(folder, portal_type):
            entries.append(
                Entry(
                    label,
                    f"{folder.absolute_url()}/++add++{quote(portal_type)}",
                    icon,
                    key=portal_type,
                )
            )
    return entries


def portal_path(portal, context) -> tuple[str, ...]:
    """Ids from the portal down to the context; empty for the portal itself."""
    return tuple(context.getPhysicalPath()[len(portal.getPhysicalPath()) :])


def _visible(container, ids):
    check = getSecurityManager().checkPermission
    for id_ in ids:
        item = container._getOb(id_, None)
        if item is not None and check("View", item):
            yield id_, item


def _current(here, id_):
    if here == (id_,):
        return "page"
    return "true" if here[:1] == (id_,) else None


def _place(portal, context, section):
    """The folder that the context is or lies in, if it is inside the section; else the section."""
    if portal_path(portal, context)[:1] != (section,):
        return portal._getOb(section, None)
    while not getattr(context, "isPrincipiaFolderish", False):
        context = context.aq_inner.aq_parent
    return context


def _may_add(folder, portal_type):
    # The cheap question first: readers may add nowhere.
    if not getSecurityManager().checkPermission("Add portal content", folder):
        return False
    fti = getToolByName(folder, "portal_types").getTypeInfo(portal_type)
    return fti is not None and fti.isConstructionAllowed(folder)
