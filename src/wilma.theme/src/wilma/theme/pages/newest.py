"""The newest of a section, found without looking at the rest.

A catalog query intersects everything that is published with everything of a type before it sorts;
that reads whole indexes for five titles. The index `wilma_newest` holds what is published in the
order in which lists show it: `(portal type, section, rank)`, the first to be shown ranking lowest.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from DateTime import DateTime
from itertools import chain
from itertools import islice
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.interfaces import ISiteRoot
from Products.CMFCore.utils import getToolByName
from wilma.theme.pages.listing import Paged
from wilma.theme.pages.listing import start_of


INDEX = "wilma_newest"


def newest(context, portal_type: str, section: str, since: int | None = None) -> Iterator:
    """Catalog entries of a section that the person may see now, by rank, from `since` on."""
    catalog = getToolByName(context, "portal_catalog")
    # As every search does: what this transaction has changed comes in first.
    processQueue()
    entries = catalog._catalog
    index = entries.indexes[INDEX]
    first = (portal_type, section) if since is None else (portal_type, section, since)
    allowed = frozenset(catalog._listAllowedRolesAndUsers(_user(context)))
    now = DateTime()
    # Next to the last one: the name of a section that begins with this one's comes after.
    for rid in _rids(index._index.values(first, (portal_type, f"{section}\0"))):
        if allowed.isdisjoint(entries.indexes["allowedRolesAndUsers"].getEntryForObject(rid, ())):
            continue
        brain = entries[rid]
        if brain.effective <= now <= brain.expires:
            yield brain


def is_section(context) -> bool:
    """True if the newest of this folder are known: it lies right below the site."""
    return ISiteRoot.providedBy(aq_parent(aq_inner(context)))


def paged_newest(entries: Iterator, request, size: int) -> Paged:
    """The page that `b_start` asks for. How many pages there are is not known: `pages` is 0."""
    start = start_of(request, size)
    first = list(islice(entries, size + 1))
    shown = list(islice(chain(first, entries), start, start + size + 1))
    if not shown:
        # A page behind the last one is the first.
        start, shown = 0, first
    here = request["URL"]
    return Paged(
        items=shown[:size],
        total=0,
        number=start // size + 1,
        pages=0,
        previous=(f"{here}?b_start={start - size}" if start > size else here) if start else None,
        next=f"{here}?b_start={start + size}" if len(shown) > size else None,
    )


def _rids(values):
    # The index keeps a number where one entry has the value, and a set where several have.
    for value in values:
        yield from (value,) if isinstance(value, int) else value


def _user(context):
    return getToolByName(context, "portal_membership").getAuthenticatedMember()
