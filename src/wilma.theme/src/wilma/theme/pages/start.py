"""The start page: greeting, news, next events, newest knowledge."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme import _
from wilma.theme.pages.base import Page
from wilma.theme.pages.base import require_account
from wilma.theme.pages.events import EventRow
from wilma.theme.pages.listing import path_of
from wilma.theme.pages.listing import published
from wilma.theme.pages.news import NewsCard


BRIEFS = 4
EVENTS = 5
KNOWLEDGE = 6


class StartPage(Page):
    """What an employee sees first."""

    is_start = True
    index = ViewPageTemplateFile("templates/start.pt")

    def __call__(self):
        require_account(self)
        return self.index()

    @property
    def greeting(self):
        hour = self.dates.now().hour
        name = next((word for word in self.shell.person.name.split() if "." not in word), "")
        if hour < 11:
            return _("Good morning, ${name}", mapping={"name": name})
        if hour < 18:
            return _("Hello, ${name}", mapping={"name": name})
        return _("Good evening, ${name}", mapping={"name": name})

    @property
    def today(self) -> str:
        return self.dates.weekday(self.dates.now())

    def news(self) -> list[NewsCard]:
        brains = published(
            self.context,
            portal_type="News Item",
            sort_on="effective",
            sort_order="reverse",
            sort_limit=BRIEFS + 1,
        )
        return [NewsCard(brain, self.dates) for brain in brains[: BRIEFS + 1]]

    def events(self) -> list[EventRow]:
        brains = published(
            self.context,
            portal_type="Event",
            end={"query": self.dates.now(), "range": "min"},
            sort_on="start",
            sort_limit=EVENTS,
        )
        return [EventRow(brain, self.dates) for brain in brains[:EVENTS]]

    def knowledge(self) -> list:
        """Newest pages of the knowledge section: title, address, changed when."""
        section = self.context._getOb("wissen", None)
        if section is None:
            return []
        brains = published(
            self.context,
            portal_type="Document",
            path=path_of(section),
            sort_on="modified",
            sort_order="reverse",
            sort_limit=KNOWLEDGE,
        )
        return brains[:KNOWLEDGE]

    def section_url(self, id_: str) -> str:
        return f"{self.shell.portal_url}/{id_}"
