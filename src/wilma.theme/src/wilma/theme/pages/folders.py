"""Folders: the section Wissen as a tree, Services by topic, every other one as a list."""

from Acquisition import aq_base
from collections import defaultdict
from pathlib import Path
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.theme import _
from wilma.theme.pages.base import EntryList
from wilma.theme.pages.base import Page
from wilma.theme.pages.events import EventListing
from wilma.theme.pages.links import safe_url
from wilma.theme.pages.listing import find
from wilma.theme.pages.listing import paged
from wilma.theme.pages.listing import path_of
from wilma.theme.pages.listing import STATES
from wilma.theme.pages.news import NewsListing
from wilma.theme.pages.start import StartPage
from zope.component.hooks import getSite

import plone.app.contenttypes.browser


SIZE = 30
LIMIT = 400
# Pictures lie in folders only for the pages that show them.
IN_TREES = ("Document", "File", "Folder", "Link")


class FolderListing(EntryList, Page):
    """What lies in a folder, a page at a time."""

    index = ViewPageTemplateFile("templates/folder.pt")

    def __call__(self):
        return self.index()

    def page(self):
        brains = find(self.context, path=path_of(self.context, 1), sort_on="getObjPositionInParent")
        return paged(brains, self.request, SIZE)

    def state(self, brain):
        """A word about the state, for who sees more than readers do."""
        return STATES.get(brain.review_state)


class KnowledgeTree(FolderListing):
    """The first two levels: topics with what lies in them."""

    index = ViewPageTemplateFile("templates/knowledge.pt")

    def branches(self) -> list[tuple]:
        """[(entry of the first level, its children)]"""
        brains = find(
            self.context,
            path=path_of(self.context, 2),
            portal_type=IN_TREES,
            sort_on="getObjPositionInParent",
            sort_limit=LIMIT,
        )[:LIMIT]
        children = defaultdict(list)
        for brain in brains:
            if not brain.exclude_from_nav:
                children[brain.getPath().rpartition("/")[0]].append(brain)
        top = children["/".join(self.context.getPhysicalPath())]
        return [(brain, children[brain.getPath()]) for brain in top]


class ServiceDirectory(FolderListing):
    """Services by topic, each topic A to Z. The first keyword of a service is its topic."""

    index = ViewPageTemplateFile("templates/services.pt")

    def topics(self) -> list[tuple]:
        """[(topic, entries)]; without a topic last."""
        brains = find(
            self.context,
            path=path_of(self.context, 1),
            portal_type=("Link", "Document"),
            sort_on="sortable_title",
            sort_limit=LIMIT,
        )[:LIMIT]
        by_topic = defaultdict(list)
        for brain in brains:
            by_topic[next(iter(brain.Subject or ()), "")].append(brain)
        rest = by_topic.pop("", [])
        return [*sorted(by_topic.items()), *([(_("More services"), rest)] if rest else [])]

    def target(self, brain) -> str:
        """Straight to the service, without the page about it."""
        return safe_url(getattr(brain, "getRemoteUrl", None)) or brain.getURL()


SECTIONS = {
    "aktuelles": NewsListing,
    "termine": EventListing,
    "wissen": KnowledgeTree,
    "services": ServiceDirectory,
}


STOCK = Path(plone.app.contenttypes.browser.__file__).parent / "templates" / "listing.pt"


class SectionOrFolder(BrowserView):
    """`listing_view`: the start page, the page of a section by its id, else the plain list."""

    _stock = ViewPageTemplateFile(str(STOCK))

    @property
    def macros(self):
        """What Plone's other pages of a folder (summary, full) borrow from the one replaced."""
        return self._stock.macros

    def __call__(self):
        page = self._page()(self.context, self.request)
        page.__name__ = self.__name__
        return page()

    def _page(self):
        site = getSite()
        if aq_base(self.context) is aq_base(site):
            return StartPage
        if self.context.getPhysicalPath()[:-1] != site.getPhysicalPath():
            return FolderListing
        return SECTIONS.get(self.context.getId(), FolderListing)
