"""What a person is shown: what View allows, and the same thing by many people as one row."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from itertools import islice
from wilma.social.inbox.interfaces import INotificationKind
from wilma.social.inbox.interfaces import KEPT
from wilma.social.inbox.interfaces import MOST_COUNTED
from wilma.social.inbox.interfaces import Notification
from wilma.social.inbox.storage import Notifications
from zope.component import queryUtility


DAY = 24 * 3600

# Looking for what may be shown ends here, so that a bell costs the same for everybody.
MOST_ASKED = 30


@dataclass(frozen=True)
class Row:
    """One row: the newest notification, the ids of all it stands for, and what the kind says."""

    newest: Notification
    ids: tuple[int, ...]
    text: str
    path: str
    icon: str

    @property
    def created(self) -> datetime:
        """When it happened last."""
        return datetime.fromtimestamp(self.newest.created, UTC)

    @property
    def comment(self) -> str:
        """What the actor wrote; it is quoted below the sentence."""
        return self.newest.data.get("comment", "")


def rows(site, request, userid, before=None, unread=False) -> Iterator[Row]:
    """Give the rows of the person, who is the current user, newest first."""
    found = Notifications(site).newest(userid, limit=2 * KEPT, unread=unread)
    for group in _groups(found):
        if before is None or group[0].id < before:
            row = _row(site, request, group)
            if row is not None:
                yield row


def count(site, userid) -> int:
    """Give how many rows are unread, to MOST_COUNTED + 1: what may not be shown does not count.

    `userid` is the current user.
    """
    groups = _groups(islice(Notifications(site).all_unread(userid), MOST_ASKED))
    seen = (group for group in groups if _may_see(site, group[0]))
    return sum(1 for _group in islice(seen, MOST_COUNTED + 1))


def whole_rows(site, userid, ids: Iterable[int]) -> set[int]:
    """Give the ids of all unread notifications in whose rows these ids stand."""
    wanted = set(ids)
    groups = _groups(Notifications(site).all_unread(userid))
    together = ({item.id for item in group} for group in groups)
    return wanted.union(*(group for group in together if group & wanted))


def _groups(items: Iterable[Notification]) -> list[list[Notification]]:
    groups = {}
    for item in items:
        groups.setdefault(_sameness(item), []).append(item)
    return list(groups.values())


def _sameness(item):
    if item.target is None:
        return item.id
    day = item.created // DAY if item.read else None
    return item.kind, item.target, item.data.get("what"), day


def _may_see(site, newest):
    kind = queryUtility(INotificationKind, newest.kind)
    return kind is not None and kind.may_see(site, newest)


def _row(site, request, group):
    kind = queryUtility(INotificationKind, group[0].kind)
    if kind is None:
        return None
    actors = {item.actor for item in group if item.actor}
    newest = replace(group[0], others=max(len(actors) - 1, 0))
    shown = kind.show(site, newest, request)
    return Row(newest, tuple(item.id for item in group), *shown, kind.icon) if shown else None
