"""The persistent roll: everybody as a plain tuple, and what changed lately.

In one annotation of the site, as BTrees of plain values: 43,000 people are read in about a second
without waking a profile. Each change leaves a key in `changes`, time-ordered, and is counted, so
that every instance can tell whether it knows all of them.
"""

from BTrees.Length import Length
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from dataclasses import astuple
from functools import cached_property
from wilma.social.directory.interfaces import Entry
from wilma.social.ids import new_id
from wilma.social.ids import RANDOM_BITS
from zope.annotation.interfaces import IAnnotations

import time


KEY = "wilma.directory"
PEOPLE, CHANGES, COUNT = "people", "changes", "count"
# Changed is not a person, but the names of units. No userid is empty.
UNITS = ""
KEPT_SECONDS = 24 * 3600
# On the transaction: this one wrote into the roll.
_WROTE = "wilma.directory.wrote"


class Roll:
    """The roll of a site, as the running transaction sees it. Reading never writes."""

    def __init__(self, site) -> None:
        self.site = site

    @cached_property
    def _data(self):
        return IAnnotations(self.site).get(KEY)

    @property
    def root(self):
        """The persistent object that all of it hangs on; None as long as nothing was written."""
        return self._data

    @property
    def jar(self):
        """The connection of the running transaction."""
        return self.site._p_jar

    def get(self, userid: str) -> Entry | None:
        """Give one person."""
        found = self._data[PEOPLE].get(userid) if self._data is not None and userid else None
        return Entry(*found) if found is not None else None

    def everybody(self):
        """Iterate over all entries."""
        return (Entry(*row) for row in self._data[PEOPLE].values()) if self._data else ()

    def userids(self) -> set[str]:
        """Give the ids of everybody."""
        return set(self._data[PEOPLE]) if self._data else set()

    def put(self, entry: Entry) -> None:
        """Add or replace a person; the same again is no change."""
        if self.get(entry.userid) != entry:
            data = self._data_for_writing()
            data[PEOPLE][entry.userid] = astuple(entry)
            self._note(entry.userid)

    def remove(self, userid: str) -> None:
        """Take a person off; nothing happens if they are not on."""
        if self.get(userid) is not None:
            del self._data[PEOPLE][userid]
            self._note(userid)

    def note_units(self) -> None:
        """Tell all instances that units have other names, or another place."""
        self._data_for_writing()
        self._note(UNITS)

    @property
    def count(self) -> int:
        """How many changes there ever were."""
        return self._data[COUNT]() if self._data else 0

    @property
    def serial(self) -> bytes:
        """The transaction of the newest change in this view; later ones are greater."""
        counter = self._data[COUNT]
        counter._p_activate()
        return counter._p_serial

    def changes(self, since: int | None = None) -> dict[int, str]:
        """Give `{key: userid}` of the changes with keys from `since` on."""
        return dict(self._data[CHANGES].items(since)) if self._data else {}

    @property
    def wrote(self) -> bool:
        """True if the running transaction has changes of its own."""
        try:
            return self.jar.transaction_manager.get().data(_WROTE)
        except KeyError:
            return False

    def forget_changes(self, seconds: int = KEPT_SECONDS) -> int:
        """Drop keys of changes that are older; give how many. Not counted as changes."""
        changes = self._data[CHANGES] if self._data else {}
        old = [key for key in changes if key < key_at(time.time() - seconds)]
        for key in old:
            del changes[key]
        return len(old)

    def _note(self, what):
        # Time-ordered within a process only, and committed in any order: who follows looks back.
        self._data[CHANGES][new_id()] = what
        self._data[COUNT].change(1)
        self.jar.transaction_manager.get().set_data(_WROTE, True)

    def _data_for_writing(self):
        if self._data is None:
            self._data = OOBTree({PEOPLE: OOBTree(), CHANGES: LOBTree(), COUNT: Length()})
            IAnnotations(self.site)[KEY] = self._data
        return self._data


def key_at(seconds: float) -> int:
    """The smallest key of a change of that moment, in seconds since the epoch."""
    return int(seconds * 1_000_000) << RANDOM_BITS
