"""The start page: greeting, news, next events, newest knowledge."""

from itertools import islice
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme import _
from wilma.theme.pages.base import Page
from wilma.theme.pages.base import require_account
from wilma.theme.pages.events import EventRow
from wilma.theme.pages.newest import newest
from wilma.theme.pages.news import NewsCard


BRIEFS = 4
EVENTS = 5
# Of the events that end next, those that begin first are shown.
NEXT_TO_END = 50
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
        brains = newest(self.context, "News Item", "aktuelles")
        return [NewsCard(brain, self.dates) for brain in islice(brains, BRIEFS + 1)]

    def events(self) -> list[EventRow]:
        # They rank by their end: an exhibition that has long begun is among those that end later.
        now = int(self.dates.now().timestamp())
        brains = islice(newest(self.context, "Event", "termine", since=now), NEXT_TO_END)
        soon = sorted(brains, key=lambda brain: brain.start)[:EVENTS]
        return [EventRow(brain, self.dates) for brain in soon]

    def knowledge(self) -> list:
        """Newest pages of the knowledge section: title, address, changed when."""
        return list(islice(newest(self.context, "Document", "wissen"), KNOWLEDGE))

    def section_url(self, id_: str) -> str:
        return f"{self.shell.portal_url}/{id_}"
