"""Inboxes of the demo city: what building it told its authors was mostly read long ago."""

from wilma.social.inbox.interfaces import INotifications
from wilma.social.inbox.interfaces import KEPT


LEFT_UNREAD = 2


def read_but_newest(portal, userid: str) -> None:
    """Mark all notifications of the person as read but the newest two."""
    notifications = INotifications(portal)
    unread = notifications.newest(userid, limit=KEPT, unread=True)
    notifications.mark_read(userid, [item.id for item in unread[LEFT_UNREAD:]])
