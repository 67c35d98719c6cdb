"""What the catalog knows about units."""

from plone.indexer import indexer
from wilma.social.text import sort_key
from wilma.social.units.interfaces import IOrgUnit


@indexer(IOrgUnit)
def sortable_title(unit) -> str:
    """The title in German order."""
    return sort_key(unit.title or "")


@indexer(IOrgUnit)
def searchable_text(unit) -> str:
    """What the unit is found by in the search of the site."""
    words = (unit.title, unit.short_name, unit.description, unit.address)
    return " ".join(filter(None, words))
