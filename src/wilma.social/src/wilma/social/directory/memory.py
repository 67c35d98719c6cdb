"""One index a process and site, shared by its threads, that follows the committed roll.

A transaction that has written into the roll itself must find what it wrote, and nobody else may:
it searches the shared index without the people it changed, and them in a small one of its own.
"""

from heapq import merge
from itertools import islice
from threading import RLock
from weakref import WeakKeyDictionary
from wilma.social.directory.index import Index
from wilma.social.directory.query import Query
from wilma.social.directory.roll import Roll
from wilma.social.directory.roll import UNITS
from wilma.social.directory.search import Search
from wilma.social.directory.unit_names import UnitNames
from wilma.social.ids import RANDOM_BITS
from wilma.social.units.interfaces import IUnits

import logging
import time


log = logging.getLogger("wilma.directory")

# Transactions commit in another order than they took their keys; none takes so long. If one did,
# the count would not fit, and the index be built anew.
LOOK_BACK = 1800 * 1_000_000 << RANDOM_BITS
# More changes at once are slower to follow than to build anew.
MOST_CHANGES = 5000

NEVER_STORED = b"\0" * 8

_memories: WeakKeyDictionary = WeakKeyDictionary()
_lock = RLock()


def search(roll: Roll, query: Query, start: int, size: int) -> tuple[list[str], int]:
    """Give the userids of a page, best first, and how many there are in all."""
    found, total = _search(roll, query, start, start + size)
    return [userid for _score, _family, _full, userid in found], total


def _search(roll, query, start, end):
    memory = _memory_of(roll)
    if memory is None:
        return Search(_built(roll), query).first(end, skipped=start)
    with memory.lock:
        if not roll.wrote:
            memory.follow(roll)
            return Search(memory.index, query).first(end, skipped=start)
        changed = memory.behind(roll)
        if changed is None:
            return Search(_built(roll), query).first(end, skipped=start)
        return _with_own(memory, roll, changed, query, slice(start, end))


def _memory_of(roll):
    """The memory of a roll that is in the database; None for one that is not there yet."""
    root = roll.root
    if root is None or root._p_oid is None:
        return None
    root._p_activate()  # a ghost has no serial
    if root._p_serial == NEVER_STORED:
        return None
    with _lock:
        of_database = _memories.setdefault(roll.jar.db(), {})
        return of_database.setdefault(root._p_oid, Memory())


class Memory:
    """`follow` brings `index` up to what a transaction sees; call it with `lock` held."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.index: Index | None = None
        self._serial = b""
        self._count = 0
        self._seen: dict[int, str] = {}

    def follow(self, roll: Roll) -> None:
        """Take over what was committed since; never goes back for a transaction that is older."""
        serial = roll.serial
        if self.index is not None and serial <= self._serial:
            return
        changed = self.behind(roll)
        if changed is None or self.index.worn:
            self._build(roll)
        else:
            _apply(self.index, roll, changed)
        self._count, self._serial = roll.count, serial
        self._seen = roll.changes(_since(self._seen))

    def behind(self, roll: Roll) -> set[str] | None:
        """Whom the roll knows otherwise than the index; None if that cannot be told any more."""
        if self.index is None:
            return None
        found = roll.changes(_since(self._seen))
        new = found.keys() - self._seen.keys()
        # Exact: were one missing, dropped as old or undone, the numbers would differ.
        if roll.count - self._count != len(new) or len(new) > MOST_CHANGES:
            return None
        return {found[key] for key in new}

    def _build(self, roll):
        started = time.monotonic()
        self.index = _built(roll)
        log.info("%d people read in %.1f s", len(self.index), time.monotonic() - started)


def _since(seen):
    return max(seen) - LOOK_BACK if seen else None


def _built(roll):
    index = Index(_unit_names(roll))
    for entry in roll.everybody():
        index.add(entry)
    return index


def _apply(index, roll, changed):
    if UNITS in changed:
        index.use(_unit_names(roll))
    for userid in changed - {UNITS}:
        entry = roll.get(userid)
        if entry is None:
            index.remove(userid)
        else:
            index.add(entry)


def _unit_names(roll):
    units = IUnits(roll.site, None)
    return UnitNames(units.all() if units is not None else ())


def _with_own(memory, roll, changed, query, part):
    names = _unit_names(roll) if UNITS in changed else memory.index.unit_names
    own = Index(names)
    _apply(own, roll, changed - {UNITS})
    ours, our_total = Search(own, query).first(part.stop)
    theirs, their_total = Search(memory.index, query, names).first(part.stop, hidden=changed)
    return list(islice(merge(ours, theirs), part.start, part.stop)), our_total + their_total
