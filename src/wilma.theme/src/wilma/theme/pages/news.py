"""The section Aktuelles: cards, newest first."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme.pages.base import Page
from wilma.theme.pages.listing import paged
from wilma.theme.pages.listing import path_of
from wilma.theme.pages.listing import published
from wilma.theme.pages.listing import wake
from wilma.theme.pages.newest import is_section
from wilma.theme.pages.newest import newest
from wilma.theme.pages.newest import paged_newest
from wilma.theme.pages.pictures import picture
from wilma.theme.pages.prose import minutes_of


SIZE = 8


class NewsCard:
    """A news item in a list. Wakes its object only for the reading time: use for what is shown."""

    def __init__(self, brain, dates):
        self.title = brain.Title
        self.description = brain.Description
        self.url = brain.getURL()
        self.topics = brain.Subject or ()
        self.picture = picture(brain)
        self.iso = dates.iso(brain.effective)
        self.date = dates.near(brain.effective)
        self._brain = brain

    @cached_property
    def minutes(self) -> int:
        return minutes_of(wake(self._brain))


class NewsListing(Page):
    """All published news of a folder."""

    index = ViewPageTemplateFile("templates/news.pt")

    def __call__(self):
        return self.index()

    def page(self):
        if is_section(self.context):
            entries = newest(self.context, "News Item", self.context.getId())
            return paged_newest(entries, self.request, SIZE)
        brains = published(
            self.context,
            portal_type="News Item",
            path=path_of(self.context),
            sort_on="effective",
            sort_order="reverse",
        )
        return paged(brains, self.request, SIZE)

    def cards(self, page) -> list[NewsCard]:
        return [NewsCard(brain, self.dates) for brain in page.items]
