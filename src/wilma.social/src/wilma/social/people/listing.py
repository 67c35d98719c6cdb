"""The section Personen: everybody, found by name, function, unit or topic."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from wilma.social.directory.interfaces import Found
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.faces import CARDS
from wilma.social.people.faces import faces
from wilma.social.units.interfaces import IUnits
from wilma.theme.pages.base import EmployeesPage
from wilma.theme.pages.listing import Paged
from wilma.theme.pages.listing import paged
from zope.component.hooks import getSite


SIZE = 24
MAX_LENGTH = 200
TOPICS = 10


@dataclass(frozen=True)
class Choice:
    """One entry of the filters; `current` is the value of aria-current."""

    title: str
    url: str
    current: str | None = None


class PeopleSearch:
    """A search of the directory as the list that `paged` wants; the directory is asked once."""

    def __init__(self, request, **chosen):
        self.request = request
        self._chosen = chosen
        self._start = _number(request.form.get("b_start"))
        self._found = self._search(self._start)

    def __len__(self):
        return self._found.total

    def __getitem__(self, part: slice):
        # A page behind the last one becomes the first.
        found = self._found if part.start == self._start else self._search(part.start)
        return found.entries

    def page(self, **kept) -> Paged:
        """The page that `b_start` asks for, of entries; see `paged`."""
        return paged(self, self.request, SIZE, **kept)

    def _search(self, start) -> Found:
        return IDirectory(getSite()).search(**self._chosen, start=start, size=SIZE)


class DirectoryPage(EmployeesPage):
    """`?q=…&unit=UID&topic=…`, a page at a time; without any, everybody by family name."""

    index = ViewPageTemplateFile("templates/directory.pt")

    @cached_property
    def q(self) -> str:
        return self._asked("q")

    @cached_property
    def topic(self) -> str:
        return self._asked("topic")

    @cached_property
    def units(self) -> IUnits:
        return IUnits(self.shell.portal)

    @cached_property
    def line(self) -> list:
        """The chosen unit and what is above it; empty for all, and for no such unit."""
        return self.units.line(self._asked("unit"))

    @property
    def unit(self):
        return self.line[-1] if self.line else None

    @cached_property
    def page(self) -> Paged:
        chosen = self._chosen()
        search = PeopleSearch(
            self.request, q=self.q, unit=chosen["unit"] or None, topic=self.topic or None
        )
        return search.page(**chosen)

    def cards(self, lang: str) -> str:
        """The cards of this page."""
        return CARDS.render(self.shell, lang, people=faces(self.page.items))

    def above(self) -> list[Choice]:
        """All units, and the way down to the chosen one."""
        return [
            Choice(unit.title, self.url(unit=unit.uid), "true" if unit is self.unit else None)
            for unit in self.line
        ]

    def below(self) -> list[Choice]:
        """Units to narrow it by: below the chosen one, or the top of the organisation."""
        children = self.units.children(self.unit.uid if self.unit else None)
        return [Choice(unit.title, self.url(unit=unit.uid)) for unit in children]

    def topics(self) -> list[Choice]:
        """Topics that people on this page know about, the most frequent first."""
        counted = Counter(topic for entry in self.page.items for topic in entry.topics)
        counted.pop(self.topic, None)
        return [
            Choice(topic, self.url(topic=topic)) for topic, _number in counted.most_common(TOPICS)
        ]

    def url(self, **changed) -> str:
        """The same search with something else chosen; None takes a choice back."""
        chosen = {**self._chosen(), **changed}
        query = urlencode({key: value for key, value in chosen.items() if value})
        address = self.context.absolute_url()
        return f"{address}?{query}" if query else address

    def _chosen(self):
        return {"q": self.q, "unit": self.unit.uid if self.unit else "", "topic": self.topic}

    def _asked(self, name):
        value = self.request.form.get(name, "")
        return value.strip()[:MAX_LENGTH] if isinstance(value, str) else ""


def _number(value):
    try:
        return max(int(value) // SIZE * SIZE, 0)
    except (TypeError, ValueError):
        return 0
