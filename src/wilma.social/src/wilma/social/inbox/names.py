"""Names of people in sentences."""

from wilma.social import _
from wilma.social.directory.interfaces import IDirectory
from zope.i18n import translate


def who(site, notification, request) -> str:
    """Name the actor, with how many more: `Amira Yilmaz and 3 more`."""
    name = name_of(site, notification.actor) or translate(_("Somebody"), context=request)
    if not notification.others:
        return name
    more = _("${name} and ${count} more", mapping={"name": name, "count": notification.others})
    return translate(more, context=request)


def name_of(site, userid: str | None) -> str | None:
    """Give the full name, or None if nobody has this id."""
    if userid is None:
        return None
    directory = IDirectory(site, None)
    entry = directory.get(userid) if directory is not None else None
    if entry is not None:
        return entry.fullname
    # Not on the roll: disabled, or the operator.
    user = site.acl_users.getUserById(userid)
    return user and (user.getProperty("fullname", "") or user.getUserName())
