"""The contract of notifications."""

from dataclasses import dataclass
from dataclasses import field
from zope.interface import Attribute
from zope.interface import Interface


# A person keeps the newest.
KEPT = 500


@dataclass(frozen=True)
class Notification:
    """One thing that is addressed to a person, or to everybody.

    `id` is a time-ordered int (a string in REST), `created` seconds since the epoch, `target` the
    UID of content or another key that the kind understands, `actor` a userid or None.
    """

    id: int
    kind: str
    created: int
    actor: str | None = None
    target: str | None = None
    data: dict = field(default_factory=dict)
    read: bool = False


class INotifications(Interface):
    """Adapter of the site: an inbox a person, and a stream for everybody. Reading never writes."""

    def tell(userids, kind, actor=None, target=None, data=None):
        """Write a notification to each person, except to the actor and to disabled accounts."""

    def tell_everybody(kind, actor=None, target=None, data=None):
        """Write one entry into the stream that concerns everybody."""

    def newest(userid, before=None, limit=50, unread=False) -> list[Notification]:
        """Give a person's own and everybody's, newest first. Not yet asked: View."""

    def unread(userid) -> int:
        """How many are unread: own ones and everybody's since the person last looked."""

    def mark_read(userid, ids=None):
        """Mark these of the person's own as read; None: all, and everybody's up to now."""


class INotificationKind(Interface):
    """Named utility: how one kind is shown; its name is the kind."""

    title = Attribute("Translatable name of the kind, for settings")
    icon = Attribute("Name of an icon of the sprite")

    def show(site, notification, request):
        """Give `(text, path)`: a translated sentence and where it leads below the site, or None.

        None if the person who asks may not see the target (any more): then nothing is shown.
        """
