"""The section Termine: what comes, by month; what was, on request."""

from itertools import groupby
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme.pages.base import Page
from wilma.theme.pages.listing import paged
from wilma.theme.pages.listing import path_of
from wilma.theme.pages.listing import published
from wilma.theme.pages.listing import wake


SIZE = 20


class EventRow:
    """An event in a list. Wakes its object, which knows about whole days: use for what is shown."""

    def __init__(self, brain, dates):
        event = wake(brain)
        self.title = brain.Title
        self.description = brain.Description
        self.url = brain.getURL()
        self.iso = dates.iso(event.start)
        self.day = dates.local(event.start).day
        self.month = dates.month(event.start)
        self.month_short = dates.month_short(event.start)
        self.location = getattr(event, "location", None)
        self.time = dates.span(
            event.start,
            event.end,
            whole_day=getattr(event, "whole_day", False),
            open_end=getattr(event, "open_end", False),
        )


class EventListing(Page):
    """Events of a folder: coming ones, or with `?past=1` those that are over."""

    index = ViewPageTemplateFile("templates/events.pt")

    def __call__(self):
        return self.index()

    @property
    def past(self) -> bool:
        return bool(self.request.form.get("past"))

    def page(self):
        now = self.dates.now()
        if self.past:
            when = {"end": {"query": now, "range": "max"}, "sort_order": "reverse"}
        else:
            when = {"end": {"query": now, "range": "min"}}
        brains = published(
            self.context,
            portal_type="Event",
            path=path_of(self.context),
            sort_on="start",
            **when,
        )
        return paged(brains, self.request, SIZE, past="1" if self.past else None)

    def months(self, page) -> list[tuple[str, list[EventRow]]]:
        """The rows of a page, by the month they begin in."""
        rows = [EventRow(brain, self.dates) for brain in page.items]
        return [(month, list(group)) for month, group in groupby(rows, lambda row: row.month)]
