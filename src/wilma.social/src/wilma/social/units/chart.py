"""The tree of units as it is drawn: as many levels as a page bears, the rest on pages of units."""

from dataclasses import dataclass
from pathlib import Path
from wilma.social.text import sort_key
from wilma.social.units.interfaces import IUnits
from wilma.social.units.interfaces import Unit
from wilma.theme.shell.chrome import Chrome


# Rows on one page: with some 50 bytes each, packed, the page stays below its 15 KB.
MOST_ROWS = 180
# The first level stands open as long as it is seen at a glance.
MOST_OPEN = 60
MOST_FOUND = 50


@dataclass(frozen=True)
class Node:
    """A unit in the tree; `more` says that units below it are only on its own page."""

    unit: Unit
    children: tuple["Node", ...] = ()
    more: bool = False
    open: bool = False


TREE = Chrome(str(Path(__file__).parent / "templates" / "tree.pt"))


def grow(units: IUnits, top: str | None = None) -> tuple[Node, ...]:
    """Give what is below a unit, or the whole tree: whole levels, MOST_ROWS rows at most.

    The first level is always whole.
    """
    known = {top: units.children(top)}
    level, rows, drawn = known[top], len(known[top]), {top}
    while level:
        known |= {unit.uid: units.children(unit.uid) for unit in level}
        below = [child for unit in level for child in known[unit.uid]]
        rows += len(below)
        if rows > MOST_ROWS:
            break
        drawn.update(unit.uid for unit in level)
        level = below
    seen = sum(1 + len(known[unit.uid]) for unit in known[top] if unit.uid in drawn)
    return _nodes(known, drawn, top, seen <= MOST_OPEN)


def find_units(units: IUnits, text: str) -> list[Unit]:
    """Give units whose names have all the words, the best first, MOST_FOUND at most."""
    words = sort_key(text).split()
    if not words:
        return []
    found = []
    for unit in units.all():
        short, title = sort_key(unit.short_name or ""), sort_key(unit.title)
        if all(word in title or word in short for word in words):
            begins = short == words[0] or title.startswith(words[0])
            found.append((not begins, title, unit.uid, unit))
    return [unit for *_key, unit in sorted(found, key=lambda item: item[:3])[:MOST_FOUND]]


def _nodes(known, drawn, uid, is_open):
    return tuple(
        Node(
            unit=unit,
            children=_nodes(known, drawn, unit.uid, False) if unit.uid in drawn else (),
            more=unit.uid not in drawn and bool(known[unit.uid]),
            open=is_open,
        )
        for unit in known[uid]
    )
