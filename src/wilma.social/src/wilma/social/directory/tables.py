"""Sorted tables that grow by one or by many at little cost."""

from bisect import bisect_left
from bisect import insort


# More than so many at once are cheaper to sort than to put in one by one.
MANY = 100
LAST = "\U0010ffff"


class Ordered:
    """A list that is in order whenever somebody looks at it."""

    def __init__(self) -> None:
        self._items: list = []
        self._new: list = []

    def add(self, item) -> None:
        """Put an item in."""
        self._new.append(item)

    @property
    def items(self) -> list:
        """All items, sorted; not to be changed."""
        if len(self._new) > MANY:
            self._items += self._new
            self._items.sort()
        else:
            for item in self._new:
                insort(self._items, item)
        self._new = []
        return self._items


class Words:
    """Words, each with the people that have it."""

    def __init__(self) -> None:
        self.people: dict[str, set[int]] = {}
        self._sorted = Ordered()

    def add(self, word: str, number: int) -> bool:
        """Note that a person has the word; True if nobody had it before."""
        people = self.people.get(word)
        if people is not None:
            people.add(number)
            return False
        self.people[word] = {number}
        self._sorted.add(word)
        return True

    @property
    def sorted(self) -> list[str]:
        """All words, in order."""
        return self._sorted.items

    def exact(self, word: str) -> set[int]:
        """People who have this word."""
        return self.people.get(word, _NOBODY)

    def beginning(self, prefix: str) -> set[int]:
        """People who have a word that begins so."""
        found = self.sorted
        start = bisect_left(found, prefix)
        end = bisect_left(found, prefix + LAST)
        return set().union(*(self.people[word] for word in found[start:end]))


_NOBODY: set[int] = set()
