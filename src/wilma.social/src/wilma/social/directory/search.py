"""A search in one index: who fits, and how well. Exact first, then what is similar."""

from collections import defaultdict
from heapq import nsmallest
from rapidfuzz import process
from rapidfuzz.distance import OSA
from wilma.social.directory.index import Index
from wilma.social.directory.query import Query
from wilma.social.directory.unit_names import UnitNames
from wilma.social.directory.words import KNOWN
from wilma.social.directory.words import SHORTEST
from wilma.social.directory.words import sound
from wilma.social.directory.words import sound_alike
from wilma.social.directory.words import stem


# Fewer than so many found as typed: look for misspelt and compound words, too.
FEW = 5
# How well a word fits, from the family name as typed down to letters mixed up.
FAMILY, NAME, FAMILY_BEGINS, NAME_BEGINS = 60, 55, 50, 45
OTHER, UNIT, OTHER_BEGINS, LOGIN = 40, 35, 30, 28
SOUND, MISSPELT, COMPOUND = 20, 15, 10
PHONE_ENDS, PHONE_HAS = 60, 50
# Shorter ones may differ by one letter, others by two. Words of tasks resemble each other more.
SHORT_NAME, SHORT_WORD = 6, 9


class Search:
    """One search. `scores` is {number of a person: how well they fit}, None for everybody."""

    def __init__(self, index: Index, query: Query, units: UnitNames | None = None) -> None:
        self.index = index
        self.query = query
        self.unit_names = units or index.unit_names
        self.within = self._limits()
        self.scores = self._scores()

    def first(self, count: int, hidden=(), skipped=0) -> tuple[list[tuple], int]:
        """The best as [(-score, family name, full name, userid)], and how many there are in all.

        `hidden` are userids to leave out, `skipped` how many of the best are not wanted.
        """
        index = self.index
        dead = index.dead | {index.numbers[u] for u in hidden if u in index.numbers}
        if self.scores is None and self.within is None:
            everybody = index.order.items
            alive = [item for item in everybody if item[-1] not in dead] if dead else everybody
            total = len(index.people) - len(dead)
            return [(0, *item[:-1]) for item in alive[skipped:count]], total
        groups = defaultdict(set)
        if self.scores is None:
            groups[0] = self.within - dead
        else:
            for number in self.scores.keys() - dead:
                groups[self.scores[number]].add(number)
        return self._best(groups, count)[skipped:], sum(map(len, groups.values()))

    def _best(self, groups, count):
        found = []
        for score in sorted(groups, reverse=True):
            if len(found) >= count:
                break
            people = (self.index.people[number] for number in groups[score])
            found += [(-score, *person) for person in nsmallest(count - len(found), people)]
        return found

    def _limits(self):
        """The people that unit and topic leave; None for all."""
        limits = []
        if self.query.unit:
            limits.append(self.index.of_units(self._units()))
        if self.query.topic:
            limits.append(self.index.topics.get(self.query.topic, set()))
        return set.intersection(*limits) if limits else None

    def _units(self):
        unit = self.query.unit
        return self.unit_names.covered(unit) if self.query.below else {unit}

    def _scores(self):
        if self.query.hopeless:
            return {}
        if self.query.digits:
            return self._sum([self._phone(self.query.digits)])
        for asked in self.query.attempts:
            if found := self._all(asked):
                return found
        return self._some(self.query.attempts[-1]) if self.query.attempts else None

    def _all(self, asked):
        """Who fits each of the words."""
        typed = [self._as_typed(word, alone=len(asked) == 1) for word in asked]
        found = self._sum(typed)
        if len(found) >= FEW:
            return found
        similar = map(self._similar, asked)
        return self._sum([more | exact for more, exact in zip(similar, typed, strict=True)])

    def _some(self, asked):
        """Who fits at least half of several words."""
        if len(asked) < 2:
            return {}
        counts, scores = defaultdict(int), defaultdict(int)
        for word in asked:
            for number, score in (self._similar(word) | self._as_typed(word)).items():
                counts[number] += 1
                scores[number] += score
        need = (len(asked) + 1) // 2
        within = scores.keys() if self.within is None else scores.keys() & self.within
        return {number: scores[number] for number in within if counts[number] >= need}

    def _sum(self, levels):
        common = set.intersection(*(set(people) for people in levels))
        if self.within is not None:
            common &= self.within
        if len(levels) == 1:
            return {number: levels[0][number] for number in common}
        return {number: sum(people[number] for people in levels) for number in common}

    def _as_typed(self, word, *, alone=False) -> dict[int, int]:
        """{number: score} of people with the word, or with one that begins or sounds so."""
        index = self.index
        if alone and len(word) == 1:
            return dict.fromkeys(index.families.beginning(word), FAMILY_BEGINS)
        found = self._phone(word) if word.isdigit() and len(word) >= SHORTEST else {}
        levels = [
            (FAMILY, index.families.exact(word)),
            (NAME, index.names.exact(word)),
            (FAMILY_BEGINS, index.families.beginning(word)),
            (NAME_BEGINS, index.names.beginning(word)),
            (OTHER, index.others.exact(word)),
            (OTHER, index.stems.exact(stem(word))),
            (UNIT, index.of_units(self.unit_names.named(word))),
        ]
        # Two letters begin too many words: those of names are enough.
        if len(word) >= SHORTEST:
            levels += [
                (OTHER_BEGINS, index.others.beginning(word)),
                (OTHER_BEGINS, index.of_units(self.unit_names.beginning(word))),
                (LOGIN, index.login_beginning(word)),
            ]
        if len(word) >= KNOWN:
            levels.append((SOUND, self._sounding(word)))
        return _leveled(levels, found)

    def _sounding(self, word):
        alike = self.index.sounds.get(sound(word), ()) if sound(word) else ()
        found = [self.index.names.exact(other) for other in alike if sound_alike(word, other)]
        return set().union(*found)

    def _similar(self, word) -> dict[int, int]:
        """{number: score} of people with a word that differs by a slip, or shares a part."""
        if len(word) < KNOWN:
            return {}
        levels = [
            (MISSPELT, _misspelt(word, self.index.names, SHORT_NAME)),
            (MISSPELT, _misspelt(word, self.index.others, SHORT_WORD)),
            (COMPOUND, self._sharing_a_part(stem(word))),
        ]
        return _leveled(levels, {})

    def _sharing_a_part(self, word):
        """Of whose compounds the word is a part; else, whose words begin as the word does."""
        index, named = self.index, self.unit_names.stems
        if word in index.parts:
            return self._having(index.parts[word])
        heads = (word[:cut] for cut in range(len(word) - 1, SHORTEST - 1, -1))
        known = (index.parts, named, index.stems.people)
        head = next((head for head in heads if any(head in table for table in known)), None)
        if head is None:
            return set()
        return self._having({head, *index.parts.get(head, ())}) | index.stems.beginning(head)

    def _having(self, stems):
        found = [self.index.stems.exact(stem) for stem in stems]
        found += [self.index.of_units(self.unit_names.stems.get(stem, ())) for stem in stems]
        return set().union(*found)

    def _phone(self, digits):
        ending, within = self.index.phones.having(digits)
        return dict.fromkeys(within, PHONE_HAS) | dict.fromkeys(ending, PHONE_ENDS)


def _misspelt(word, table, short):
    if not word.isalpha():
        return set()  # another number is no slip
    cutoff = 1 if len(word) < short else 2
    close = process.extract(word, table.sorted, scorer=OSA.distance, score_cutoff=cutoff, limit=40)
    return set().union(*(table.exact(other) for other, _distance, _place in close))


def _leveled(levels, found):
    """{number: the best level}; the levels come in falling order."""
    for score, people in levels:
        found |= dict.fromkeys(people.difference(found), score)
    return found
