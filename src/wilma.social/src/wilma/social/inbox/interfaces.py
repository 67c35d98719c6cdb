"""The contract of notifications."""

from dataclasses import dataclass
from dataclasses import field
from wilma.social.interfaces import WilmaError
from zope.interface import Attribute
from zope.interface import Interface


# A person keeps the newest; the stream for everybody as well.
KEPT = 500
KEPT_FOR_ALL = 100

# What concerns everybody is news for this many days; whoever comes later starts with that much.
DAYS_NEW = 30

# The bell counts up to here: "9+" says enough, and counting on would cost.
MOST_COUNTED = 9


@dataclass(frozen=True)
class Notification:
    """One thing that is addressed to a person, or to everybody.

    `id` is a time-ordered int (a string in REST), `created` seconds since the epoch, `target` the
    UID of content or another key that the kind understands, `actor` a userid or None. `data` holds
    plain values; its `comment`, if any, is quoted below the sentence. `others` says how many more
    people did the same, where several notifications are shown as one.
    """

    id: int
    kind: str
    created: int
    actor: str | None = None
    target: str | None = None
    data: dict = field(default_factory=dict)
    read: bool = False
    others: int = 0


class INotifications(Interface):
    """Adapter of the site: an inbox a person, and a stream for everybody. Reading never writes.

    What it gives is not yet asked for View: to a person show only what INotificationKind gives.
    """

    def tell(userids, kind, actor=None, target=None, data=None):
        """Write a notification to each person.

        Not to the actor, and to nobody who may not be told.
        """

    def may_be_told(userid) -> bool:
        """True for people whose account is there and not disabled."""

    def tell_everybody(kind, actor=None, target=None, data=None):
        """Write one entry into the stream that concerns everybody."""

    def newest(userid, before=None, limit=50, unread=False) -> list[Notification]:
        """Give a person's own and everybody's, newest first, older than the id `before`."""

    def unread(userid) -> int:
        """How many are unread: own ones and everybody's since the person last looked."""

    def mark_read(userid, ids=None):
        """Mark these as read; None: all own ones, and everybody's up to now.

        Ids that are not the person's, or not there any more, are passed over.
        """

    def forget(userid):
        """Drop the person's inbox."""


class INotificationKind(Interface):
    """Named utility: how one kind is shown; its name is the kind."""

    title = Attribute("Translatable name of the kind, for settings")
    icon = Attribute("Name of an icon of the sprite")

    def may_see(site, notification) -> bool:
        """True if `show` has something to say to the current user.

        Asked for the bell on every page, so it must be cheap.
        """

    def show(site, notification, request):
        """Give `(text, path)`: a translated sentence and where it leads below the site, or None.

        None if the current user may not see the target (any more): then nothing is shown, and it
        does not count. Names of people: `wilma.social.inbox.names.who`.
        """


class IPulse(Interface):
    """Named adapter of (site, request): one number of `@pulse`; its name is the key there.

    Asked by every open page once a minute: it must be cheap, must not write, and must not count
    what the person may not see.
    """

    def __call__(userid) -> int:
        """Give the number for the person, who is the current user."""


class BadIds(WilmaError, ValueError):
    """What was sent as ids of notifications is none; `field` says where."""

    field = "read"
