"""What units are called, and which lie below which: as a search needs it."""

from collections import defaultdict
from wilma.social.directory.words import stem
from wilma.social.directory.words import words_and_joined


class UnitNames:
    """Made of IUnits once for each change of the tree."""

    def __init__(self, units=()) -> None:
        self.below: dict[str, frozenset[str]] = {}
        self.words: dict[str, set[str]] = defaultdict(set)
        self.stems: dict[str, set[str]] = defaultdict(set)
        units = list(units)
        children = defaultdict(list)
        for unit in units:
            children[unit.parent].append(unit.uid)
        for unit in units:
            self.below[unit.uid] = _closure(unit.uid, children)
        for unit in units:
            for word in words_and_joined(unit.title) | words_and_joined(unit.short_name or ""):
                self.words[word] |= self.below[unit.uid]
                self.stems[stem(word)] |= self.below[unit.uid]

    def named(self, word: str) -> set[str]:
        """UIDs of the units so named, and of all below."""
        return self.words.get(word, set()) | self.stems.get(stem(word), set())

    def beginning(self, prefix: str) -> set[str]:
        """UIDs of the units with a word that begins so, and of all below."""
        found = (uids for word, uids in self.words.items() if word.startswith(prefix))
        return set().union(*found)

    def covered(self, uid: str) -> frozenset[str]:
        """The unit and all below; the unit alone if there is none of that UID."""
        return self.below.get(uid, frozenset((uid,)))


def _closure(uid, children):
    # Not by recursion: a tree that somebody made a ring of must not hang a search.
    found, ahead = set(), [uid]
    while ahead:
        uid = ahead.pop()
        if uid not in found:
            found.add(uid)
            ahead += children[uid]
    return frozenset(found)
