"""The results of a search."""

from functools import cached_property
from plone.base.utils import munge_search_term
from Products.CMFCore.utils import getToolByName
from Products.ZCTextIndex.ParseTree import ParseError
from urllib.parse import urlencode
from wilma.theme.interfaces import ISearchBlock
from wilma.theme.pages.base import EmployeesPage
from wilma.theme.pages.base import EntryList
from wilma.theme.pages.listing import find
from wilma.theme.pages.listing import KINDS
from wilma.theme.pages.listing import paged
from zope.component import getAdapters


SIZE = 15
MAX_LENGTH = 200
OFFERED = ("News Item", "Document", "Event", "File", "Link")


class SearchPage(EntryList, EmployeesPage):
    """`@@search?SearchableText=…&portal_type=…`: what the person may see, best first."""

    @property
    def text(self) -> str:
        text = self.request.form.get("SearchableText", "")
        return text.strip()[:MAX_LENGTH] if isinstance(text, str) else ""

    @property
    def type_wanted(self) -> str | None:
        wanted = self.request.form.get("portal_type")
        return wanted if wanted in OFFERED else None

    def page(self):
        return paged(
            self._results(),
            self.request,
            SIZE,
            SearchableText=self.text,
            portal_type=self.type_wanted,
        )

    @cached_property
    def blocks(self) -> list[tuple]:
        """[(HTML, portal types)] of what other packages found, if all kinds are wanted."""
        if not self.text or self.type_wanted:
            return []
        found = getAdapters((self.shell.portal, self.request), ISearchBlock)
        blocks = sorted((block for _name, block in found), key=lambda block: block.order)
        lang = self.request.get("LANGUAGE", "de")
        drawn = [(block.render(self.shell, lang, self.text), block) for block in blocks]
        return [(html, block.portal_types) for html, block in drawn if html]

    @property
    def is_first(self) -> bool:
        """True on the first page of the results, which shows the blocks."""
        return not self.request.form.get("b_start")

    def types(self) -> list[tuple]:
        """[(portal type, name)] to narrow the results by."""
        return [(portal_type, KINDS[portal_type][1]) for portal_type in OFFERED]

    def narrowed(self, portal_type: str | None) -> str:
        """Address of the same search for one type, or for all."""
        query = {"SearchableText": self.text}
        if portal_type:
            query["portal_type"] = portal_type
        return f"{self.shell.portal_url}/@@search?{urlencode(query)}"

    def _results(self):
        if not self.text:
            return []
        friendly = getToolByName(self.context, "plone_utils").getUserFriendlyTypes()
        shown = {name for _html, types in self.blocks for name in types}
        types = self.type_wanted or [name for name in friendly if name not in shown]
        try:
            return find(
                self.context, SearchableText=munge_search_term(self.text), portal_type=types
            )
        except ParseError:
            return []
