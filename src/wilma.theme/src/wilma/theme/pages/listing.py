"""Catalog queries for lists: with the person's rights, in time, a page at a time."""

from dataclasses import dataclass
from DateTime import DateTime
from Products.CMFCore.utils import getToolByName
from urllib.parse import urlencode
from wilma.theme import _


# Plone shows these as a page only under /view; the bare address is the file itself.
UNDER_VIEW = ("File", "Image")

KINDS = {
    "Document": ("book", _("Page")),
    "Event": ("cal", _("Event")),
    "File": ("file", _("File")),
    "Folder": ("folder", _("Folder")),
    "Image": ("image", _("Image")),
    "Link": ("link", _("Link")),
    "News Item": ("news", _("News item")),
    "OrgUnit": ("org", _("Organisational unit")),
    "Person": ("user", _("Person")),
}
OTHER = ("file", _("Content"))

# States that readers do not meet; who works on the content is told.
STATES = {
    "archived": _("Archived"),
    "draft": _("Draft"),
    "pending": _("Pending"),
}


@dataclass(frozen=True)
class Paged:
    """One page of a list, and the addresses of its neighbours."""

    items: list
    total: int
    number: int
    pages: int
    previous: str | None
    next: str | None


def find(context, **query):
    """Catalog entries that the person may see."""
    return getToolByName(context, "portal_catalog")(**query)


def published(context, **query):
    """Published entries whose dates have come and not passed, for editors too."""
    return find(context, review_state="published", effectiveRange=DateTime(), **query)


def wake(brain):
    """The object of an entry that a search as the person has found.

    Without asking for View again: the catalog counts dates in minutes, so in the minute in which
    something begins or ends, one item would break the whole list.
    """
    return brain._unrestrictedGetObject()


def path_of(context, depth: int | None = None) -> dict:
    """Catalog query for what lies in the context."""
    query = {"query": "/".join(context.getPhysicalPath())}
    if depth is not None:
        query["depth"] = depth
    return query


def paged(results, request, size: int, **kept) -> Paged:
    """The page that `b_start` asks for; a number that makes no sense is the first page.

    `kept` are the other parameters that the neighbours' addresses carry.
    """
    total = len(results)
    start = start_of(request, size)
    start = start if start < total else 0
    kept = {key: value for key, value in kept.items() if value}
    # As it was asked for: "/people", not the name of the view that answers.
    address = request.get("ACTUAL_URL", request["URL"])

    def url(at):
        if not 0 <= at < total:
            return None
        query = urlencode({**kept, "b_start": at} if at else kept, doseq=True)
        return f"{address}?{query}" if query else address

    return Paged(
        items=list(results[start : start + size]),
        total=total,
        number=start // size + 1,
        pages=max(1, -(-total // size)),
        previous=url(start - size) if start else None,
        next=url(start + size),
    )


def url_of(brain) -> str:
    """Address of the page about a catalog entry."""
    suffix = "/view" if brain.portal_type in UNDER_VIEW else ""
    return brain.getURL() + suffix


def kind_of(brain) -> tuple:
    """Icon and name of the type of a catalog entry."""
    return KINDS.get(brain.portal_type, OTHER)


def start_of(request, size: int) -> int:
    """Number of the first entry that `b_start` asks for, at the begin of a page."""
    try:
        start = int(request.form.get("b_start", 0))
    except (TypeError, ValueError):
        return 0
    return max(0, start // size * size)
