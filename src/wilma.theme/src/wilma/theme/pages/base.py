"""What all readers' pages share."""

from AccessControl import Unauthorized
from functools import cached_property
from plone.memoize.view import memoize
from Products.CMFCore.utils import getToolByName
from Products.Five.browser import BrowserView
from wilma.theme.interfaces import ILean
from wilma.theme.pages.dates import Dates
from wilma.theme.pages.listing import kind_of
from wilma.theme.pages.listing import url_of
from zope.component import getMultiAdapter
from zope.interface import implementer


@implementer(ILean)
class Page(BrowserView):
    """A lean page. Set `page_title` where the page is not about its context."""

    page_title = None

    @property
    @memoize
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="wilma-shell")

    @cached_property
    def dates(self) -> Dates:
        return Dates(self.request)

    @property
    def anonymous(self) -> bool:
        return bool(getToolByName(self.context, "portal_membership").isAnonymousUser())

    def add_url(self, portal_type: str) -> str | None:
        """Where the person makes such an item; None if they may not."""
        entries = (entry for entry in self.shell.create if entry.key == portal_type)
        return next((entry.url for entry in entries), None)


class EntryList:
    """Mix-in of pages that list catalog entries of any type."""

    def icon(self, brain) -> str:
        """Name of the icon of the entry's type."""
        return kind_of(brain)[0]

    def kind(self, brain):
        """Name of the entry's type."""
        return kind_of(brain)[1]

    def url(self, brain) -> str:
        """Address of the page about the entry."""
        return url_of(brain)


class EmployeesPage(Page):
    """A lean page that nobody sees without an account, whatever the permissions of the site."""

    def __call__(self):
        require_account(self)
        return self.index()


def require_account(view) -> None:
    """Raise Unauthorized, which leads to the login page, for anonymous requests."""
    if getToolByName(view.context, "portal_membership").isAnonymousUser():
        raise Unauthorized(view.__name__)
