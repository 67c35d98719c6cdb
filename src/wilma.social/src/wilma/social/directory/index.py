"""The index in memory: from words, sounds, topics, units and phone numbers to people.

People have numbers, which are never given twice. Taking somebody out only marks their number as
dead, so adding and removing cost next to nothing; `worn` says when to build a new one. Not safe
for threads: who shares one holds a lock. Knows nothing of the database.
"""

from bisect import bisect_left
from bisect import bisect_right
from collections import defaultdict
from wilma.social.directory.interfaces import Entry
from wilma.social.directory.phones import digits_of
from wilma.social.directory.phones import Phones
from wilma.social.directory.tables import Ordered
from wilma.social.directory.tables import Words
from wilma.social.directory.unit_names import UnitNames
from wilma.social.directory.words import compounds
from wilma.social.directory.words import fold
from wilma.social.directory.words import sound
from wilma.social.directory.words import stem
from wilma.social.directory.words import words
from wilma.social.directory.words import words_and_joined


MOST_DEAD = 2000


class Index:
    """`add`, `remove`, and the tables that a search looks into."""

    def __init__(self, units: UnitNames | None = None) -> None:
        self.unit_names = units or UnitNames()
        self.numbers: dict[str, int] = {}
        # By number: (family name, full name, userid), which is the order of lists.
        self.people: list[tuple[str, str, str]] = []
        self.dead: set[int] = set()
        self.order = Ordered()
        self.logins = Ordered()
        self.names, self.families, self.others, self.stems = Words(), Words(), Words(), Words()
        self.sounds: dict[str, set[str]] = defaultdict(set)
        self.topics: dict[str, set[int]] = defaultdict(set)
        self.units: dict[str, set[int]] = defaultdict(set)
        self.phones = Phones()
        self._parts = None

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def worn(self) -> bool:
        """True if so many are dead that a new index is better."""
        return len(self.dead) > MOST_DEAD

    def add(self, entry: Entry) -> None:
        """Add or replace a person."""
        self.remove(entry.userid)
        number = len(self.people)
        family, full = fold(entry.family_name), fold(entry.fullname)
        self.people.append((family or full, full, entry.userid))
        self.numbers[entry.userid] = number
        self.order.add((*self.people[number], number))
        self._add_names(entry, number)
        self._add_others(entry, number)
        self.units[entry.unit].add(number)
        for phone in (entry.phone, entry.mobile):
            self.phones.add(digits_of(phone), number)

    def remove(self, userid: str) -> None:
        """Take a person out; nothing happens if they are not in."""
        number = self.numbers.pop(userid, None)
        if number is not None:
            self.dead.add(number)

    def _add_names(self, entry, number):
        family = words_and_joined(entry.family_name or entry.fullname.rpartition(" ")[2])
        names = words_and_joined(entry.fullname) | family
        for word in family:
            self.families.add(word, number)
        for word in names:
            if self.names.add(word, number):
                self.sounds[sound(word)].add(word)
        login = {*words(entry.email.partition("@")[0]), *words(entry.userid)}
        for word in login - names:
            self.logins.add((word, number))

    def _add_others(self, entry, number):
        for text in (entry.function, *entry.topics):
            for word in words_and_joined(text):
                self.others.add(word, number)
                if self.stems.add(stem(word), number):
                    self._parts = None
        for topic in entry.topics:
            self.topics[fold(topic)].add(number)

    def login_beginning(self, prefix: str) -> set[int]:
        """People whose login or mail address has a word that begins so."""
        logins = self.logins.items
        start = bisect_left(logins, (prefix,))
        end = bisect_right(logins, (prefix + "\U0010ffff",))
        return {number for _word, number in logins[start:end]}

    def of_units(self, uids) -> set[int]:
        """People of these units."""
        return set().union(*(self.units.get(uid, ()) for uid in uids))

    def use(self, units: UnitNames) -> None:
        """Take other names of units."""
        self.unit_names, self._parts = units, None

    @property
    def parts(self) -> dict[str, set[str]]:
        """{part: stems of compounds that have it}, learned from the words of this directory."""
        if self._parts is None:
            self._parts = compounds(self.stems.people.keys() | self.unit_names.stems.keys())
        return self._parts
