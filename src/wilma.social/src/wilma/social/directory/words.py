"""Words as the directory compares them: without accents, by stem, by sound."""

from collections import defaultdict
from cologne_phonetics import encode
from functools import lru_cache
from rapidfuzz.distance import OSA

import re
import Stemmer
import threading
import unicodedata


# Letters that no decomposition takes apart.
LETTERS = str.maketrans("äöüıøłđðæœþ", "aouiolddaot")
# An umlaut typed as two letters; not in "neue", "Bauer", "Queen".
DIGRAPH = re.compile(r"(?<![aeqo])u[e]|a[e]|(?<!e)o[e]")
CHUNK = re.compile(r"\S+")
PIECE = re.compile(r"[^\W_]+")
VOWELS = frozenset("aeiouyj")
# At least so alike in letters must be what sounds alike.
ALIKE = 0.5

# Shortest part of a compound, and shortest word that shows that the rest is one.
SHORTEST = 3
KNOWN = 4
LINKS = ("s", "es", "n", "en")

# What people type around the word they mean, folded as the words are.
_ASKING = "wer wen wem was wo wie welche welcher welches who whom what which where"
_FILLING = """
    an am ansprechpartner ansprechpartnerin ansprechperson auf aus bei beim bitte brauche das dem
    den der des die ein eine einen einer eines es etwas frag frage fragen fur gibt hat haben hilft
    helfen ich im in ist jemand jemanden kann kennt kummert kummern macht man mich mir mit oder sich
    sind suche thema uber um und verantwortlich vom von wissen zu zum zur zustandig zustandige
    zustandiger about ask can does for help helps in is knows me of on responsible the to with
"""
ASKING = frozenset(_ASKING.split())
FILLING = ASKING | frozenset(_FILLING.split())
# In a question no name: "Wer weiß …".
FILLING_IN_QUESTIONS = FILLING | {"weiss"}

_local = threading.local()


@lru_cache(20_000)
def fold(text: str) -> str:
    """Lower case without accents: Müller, Mueller and MULLER become one, Yılmaz and Yilmaz too."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return DIGRAPH.sub(lambda found: found.group()[0], text)


def words(text: str) -> list[str]:
    """The folded words, taken apart at hyphens, apostrophes, dots."""
    return PIECE.findall(fold(text))


def words_and_joined(text: str) -> set[str]:
    """The folded words, and in one what a hyphen or apostrophe parts: o, brien, obrien."""
    found = set()
    for chunk in CHUNK.findall(text):
        pieces = words(chunk)
        found.update(pieces)
        found.add("".join(pieces))
    found.discard("")
    return found


@lru_cache(20_000)
def stem(word: str) -> str:
    """The German stem: Radwege and Radweg become one."""
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("german")  # keeps state: one a thread
    return fold(_local.stemmer.stemWord(word))


@lru_cache(20_000)
def sound(word: str) -> str:
    """Cologne phonetics of a folded word; "" if it has letters that it does not know."""
    return encode(word)[0][1] if word.isascii() and word.isalpha() else ""


def sound_alike(one: str, other: str) -> bool:
    """Two words of the same sound that could be one name: Maier and Meyer, not Hans and Jonas."""
    vowels = one[0] in VOWELS and other[0] in VOWELS
    if sound(one).startswith("0") and one[0] != other[0] and not vowels:
        return False
    return OSA.normalized_similarity(one, other) >= ALIKE


def compounds(stems) -> dict[str, set[str]]:
    """{part: words it is a part of}, where another of the words shows that it is one.

    "radverkehr" has the parts "rad" and "verkehr" if "verkehr" is among the words, too.
    """
    parts = defaultdict(set)
    for whole in stems:
        for cut in range(SHORTEST, len(whole) - SHORTEST + 1):
            head, tail = whole[:cut], whole[cut:]
            heads = {head} | {head.removesuffix(link) for link in LINKS}
            if (
                tail in stems
                and len(tail) >= KNOWN
                or any(part in stems and len(part) >= KNOWN for part in heads)
            ):
                for part in (tail, *heads):
                    if len(part) >= SHORTEST:
                        parts[part].add(whole)
    return dict(parts)
