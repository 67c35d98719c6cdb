"""An inbox a person, and one stream for everybody, in two annotations of the site.

    wilma.inbox        OOBTree {userid: OOBTree {field: value}}
        entries        LOBTree {id: (kind, actor, target, data)}
        kept           Length: how many entries there are
        unread         LLTreeSet of ids of entries
        seen           the last id of everybody's stream when the person marked all as read
        seen_besides   LLTreeSet of later ids of that stream that the person has read
    wilma.broadcasts   LOBTree {id: (kind, actor, target, data)}

Plain BTrees, so the code may move. Two people never meet when they are told something, and two who
tell the same person something add different keys. Everything is bounded: no cost grows with the
number of people or with time.
"""

from BTrees.Length import Length
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from heapq import merge
from itertools import islice
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.ids import new_id
from wilma.social.ids import RANDOM_BITS
from wilma.social.ids import seconds_of
from wilma.social.inbox.interfaces import DAYS_NEW
from wilma.social.inbox.interfaces import INotifications
from wilma.social.inbox.interfaces import KEPT
from wilma.social.inbox.interfaces import KEPT_FOR_ALL
from wilma.social.inbox.interfaces import Notification
from wilma.social.person_state.interfaces import IPersonState
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer

import time


INBOX = "wilma.inbox"
BROADCASTS = "wilma.broadcasts"

# Old entries go in one swoop once this many have come, so that not every writer looks for them.
SLACK = 50


@implementer(INotifications)
@adapter(IPloneSiteRoot)
class Notifications:
    """See INotifications."""

    def __init__(self, site):
        self.site = site

    def tell(self, userids, kind, actor=None, target=None, data=None) -> None:
        entry = (kind, actor, target, dict(data or {}))
        for userid in dict.fromkeys(userids):
            if userid != actor and self.may_be_told(userid):
                self._write(userid, entry)

    def may_be_told(self, userid) -> bool:
        # Not the user with groups and roles: this is asked for each of many.
        users = self.site.acl_users
        if not userid or users._verifyUser(users.plugins, user_id=userid) is None:
            return False
        return not IPersonState(self.site).read(userid, "disabled", False)

    def tell_everybody(self, kind, actor=None, target=None, data=None) -> None:
        stream = _kept_in(IAnnotations(self.site), BROADCASTS, LOBTree)
        stream[new_id()] = (kind, actor, target, dict(data or {}))
        for old in list(islice(newest_keys(stream), KEPT_FOR_ALL, None)):
            del stream[old]

    def newest(self, userid, before=None, limit=50, unread=False) -> list[Notification]:
        found = self.all_unread(userid) if unread else self._all(userid)
        older = (item for item in found if before is None or item.id < before)
        return list(islice(older, limit))

    def unread(self, userid) -> int:
        return sum(1 for _item in self.all_unread(userid))

    def all_unread(self, userid) -> Iterator[Notification]:
        """Give what is unread, newest first; loads only what is taken."""
        box = self._box(userid)
        entries = box.get("entries", {})
        own = ((id_, entries[id_]) for id_ in newest_keys(box.get("unread", ())) if id_ in entries)
        return _as_notifications(own, self._new_for_all(userid))

    def mark_read(self, userid, ids=None) -> None:
        if ids is None:
            self._mark_all(userid)
        else:
            self._mark_some(userid, set(ids))

    def forget(self, userid) -> None:
        boxes = IAnnotations(self.site).get(INBOX, {})
        if userid in boxes:
            del boxes[userid]

    def _write(self, userid, entry):
        box = self._box_to_write(userid)
        id_ = new_id()
        entries = _kept_in(box, "entries", LOBTree)
        entries[id_] = entry
        unread = _kept_in(box, "unread", LLTreeSet)
        unread.insert(id_)
        kept = _kept_in(box, "kept", Length)
        kept.change(1)
        if kept() >= KEPT + SLACK:
            for old in list(islice(newest_keys(entries), KEPT, None)):
                del entries[old]
                kept.change(-1)
                if old in unread:
                    unread.remove(old)

    def _all(self, userid):
        box = self._box(userid)
        own = islice(_newest_items(box.get("entries", {})), KEPT)
        unread = set(box.get("unread", ()))
        new = {id_ for id_, _entry in self._new_for_all(userid)}
        stream = IAnnotations(self.site).get(BROADCASTS, {})
        for item in _as_notifications(own, _newest_items(stream)):
            is_read = item.id not in unread and item.id not in new
            yield replace(item, read=True) if is_read else item

    def _new_for_all(self, userid):
        """Items of everybody's stream that are new to the person."""
        stream = IAnnotations(self.site).get(BROADCASTS, {})
        box = self._box(userid)
        besides = box.get("seen_besides", ())
        oldest = max(box.get("seen", 0), _id_at(time.time() - DAYS_NEW * 24 * 3600))
        for id_, entry in _newest_items(stream):
            if id_ <= oldest:
                return
            if id_ not in besides and entry[1] != userid:
                yield id_, entry

    def _mark_all(self, userid):
        last = next(newest_keys(IAnnotations(self.site).get(BROADCASTS, ())), 0)
        box = self._box(userid)
        if last > box.get("seen", 0):
            self._box_to_write(userid)["seen"] = last
        for name in ("unread", "seen_besides"):
            if box.get(name):
                box[name].clear()

    def _mark_some(self, userid, ids):
        unread = self._box(userid).get("unread", ())
        for id_ in [id_ for id_ in ids if id_ in unread]:
            unread.remove(id_)
        new = [id_ for id_, _entry in self._new_for_all(userid) if id_ in ids]
        if new:
            _kept_in(self._box_to_write(userid), "seen_besides", LLTreeSet).update(new)

    def _box(self, userid):
        return IAnnotations(self.site).get(INBOX, {}).get(userid, {})

    def _box_to_write(self, userid):
        return _kept_in(_kept_in(IAnnotations(self.site), INBOX, OOBTree), userid, OOBTree)


def newest_keys(tree) -> Iterator[int]:
    """Keys of a BTree of longs, largest first, loading no more than is taken."""
    if not tree:
        return
    try:
        key = tree.maxKey()
        while True:
            yield key
            key = tree.maxKey(key - 1)
    except ValueError:
        return


def _newest_items(tree):
    return ((key, tree[key]) for key in newest_keys(tree))


def _as_notifications(own: Iterable, for_all: Iterable) -> Iterator[Notification]:
    for id_, (kind, actor, target, data) in merge(own, for_all, key=_id_of, reverse=True):
        yield Notification(id_, kind, int(seconds_of(id_)), actor, target, dict(data))


def _id_of(item):
    return item[0]


def _id_at(seconds):
    return int(seconds * 1_000_000) << RANDOM_BITS


def _kept_in(mapping, key, factory):
    kept = mapping.get(key)
    if kept is None:
        kept = mapping[key] = factory()
    return kept
