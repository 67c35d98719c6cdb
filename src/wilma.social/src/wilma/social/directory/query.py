"""What somebody typed, taken apart."""

from dataclasses import dataclass
from wilma.social.directory.phones import digits_of
from wilma.social.directory.words import ASKING
from wilma.social.directory.words import FILLING
from wilma.social.directory.words import FILLING_IN_QUESTIONS
from wilma.social.directory.words import fold
from wilma.social.directory.words import SHORTEST
from wilma.social.directory.words import words

import re


MAX_LENGTH = 100
MAX_WORDS = 12
DIGITS = re.compile(r"\+?[\d\s/().-]+")
# Of a mail address, what stands before the sign; behind it they are all the same.
HOST = re.compile(r"@\S*")


@dataclass(frozen=True)
class Query:
    """`attempts` are lists of folded words, to be tried one after the other.

    `hopeless`: something was typed, but no letters or digits.
    """

    hopeless: bool = False
    attempts: tuple[tuple[str, ...], ...] = ()
    digits: str = ""
    unit: str | None = None
    topic: str | None = None
    # People of the units below count, too.
    below: bool = True


def parse(
    q: str, unit: str | None = None, topic: str | None = None, *, below: bool = True
) -> Query:
    """Take a text apart; what is longer than 100 signs is cut."""
    q = q[:MAX_LENGTH].strip()
    topic = fold(topic) if topic else None
    digits = digits_of(q) if DIGITS.fullmatch(q) else ""
    if len(digits) >= SHORTEST:
        return Query(digits=digits, unit=unit, topic=topic, below=below)
    attempts = _attempts(q)
    hopeless = bool(q) and not attempts
    return Query(hopeless=hopeless, attempts=attempts, unit=unit, topic=topic, below=below)


def _attempts(q):
    """All words, then without those that only make a sentence; of a question these alone."""
    found = tuple(words(HOST.sub(" ", q))[:MAX_WORDS])
    asks = len(found) > 1 and (found[0] in ASKING or q.endswith("?"))
    filling = FILLING_IN_QUESTIONS if asks else FILLING
    meant = tuple(word for word in found if word not in filling)
    if not meant or meant == found:
        return (found,) if found else ()
    return (meant,) if asks else (found, meant)
