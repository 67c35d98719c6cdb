"""The tree of units as plain data: `{uid: Unit as tuple}` and `{uid of parent: uids}`.

In an annotation of the site, kept by subscribers, so that a page shows the way to a unit, or all
units, without waking one of them.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import astuple
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.text import sort_key
from wilma.social.units.interfaces import IUnits
from wilma.social.units.interfaces import Unit
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "wilma.units"
UNITS, BELOW = "units", "below"
TOP = ""
_NOTHING = OOBTree({UNITS: OOBTree(), BELOW: OOBTree()})


@implementer(IUnits)
@adapter(IPloneSiteRoot)
class Units:
    """See IUnits; `put` and `remove` are for the subscribers of this room alone."""

    def __init__(self, site):
        self.site = site

    def get(self, uid):
        """See IUnits."""
        found = self._tree()[UNITS].get(uid or TOP)
        return Unit(*found) if found is not None else None

    def children(self, uid):
        """See IUnits."""
        found = map(self.get, self._tree()[BELOW].get(uid or TOP, ()))
        return sorted(found, key=lambda unit: (sort_key(unit.title), unit.uid))

    def line(self, uid):
        """See IUnits."""
        unit, above = self.get(uid), []
        while unit is not None:
            above.append(unit)
            unit = self.get(unit.parent)
        return above[::-1]

    def all(self):
        """See IUnits."""
        return (Unit(*found) for found in self._tree()[UNITS].values())

    def put(self, unit: Unit) -> None:
        """Add or replace a unit."""
        if self.get(unit.uid) == unit:
            return
        self.remove(unit.uid)
        tree = self._tree_for_writing()
        tree[UNITS][unit.uid] = astuple(unit)
        below = tree[BELOW]
        if (unit.parent or TOP) not in below:
            below[unit.parent or TOP] = OOTreeSet()
        below[unit.parent or TOP].insert(unit.uid)

    def remove(self, uid: str) -> None:
        """Take a unit out; what is below it is taken out by its own events."""
        unit = self.get(uid)
        if unit is None:
            return
        tree = self._tree_for_writing()
        del tree[UNITS][uid]
        siblings = tree[BELOW][unit.parent or TOP]
        siblings.remove(uid)
        if not siblings:
            del tree[BELOW][unit.parent or TOP]

    def _tree(self):
        return IAnnotations(self.site).get(KEY, _NOTHING)

    def _tree_for_writing(self):
        annotations = IAnnotations(self.site)
        if KEY not in annotations:
            annotations[KEY] = OOBTree({UNITS: OOBTree(), BELOW: OOBTree()})
        return annotations[KEY]
