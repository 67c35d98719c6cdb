"""What the main template asks for: names of static files, links, who is looking."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from functools import cached_property
from plone.protect import createToken
from Products.Five.browser import BrowserView
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import urlencode
from wilma.theme import _
from wilma.theme.interfaces import IOwnPortrait
from wilma.theme.interfaces import IPersonalChoices
from wilma.theme.interfaces import ITool
from wilma.theme.shell.chrome import FOOT
from wilma.theme.shell.chrome import RAIL
from wilma.theme.shell.chrome import TOP
from wilma.theme.shell.chrome import WAY
from wilma.theme.shell.faces import initials
from wilma.theme.shell.faces import tone
from wilma.theme.shell.lean import is_lean
from wilma.theme.shell.lean import mark_lean
from wilma.theme.shell.sections import creatable
from wilma.theme.shell.sections import Entry
from wilma.theme.shell.sections import info_pages
from wilma.theme.shell.sections import sections
from wilma.theme.static import url_of
from zope.component import getAdapters
from zope.component import getMultiAdapter
from zope.component import queryMultiAdapter
from zope.component.hooks import getSite
from zope.i18n import translate


LANGUAGES = {"de": "Deutsch", "en": "English"}


@dataclass(frozen=True)
class Person:
    """Who is logged in, as the account menu shows them; `url` is the profile, if they have one."""

    name: str
    initials: str
    tone: str
    url: str | None
    picture: str | None = None


@dataclass(frozen=True)
class Language:
    """A language to choose; `current` is the value of aria-current."""

    code: str
    title: str
    url: str
    current: str | None


class Shell(BrowserView):
    """Everything around the content of a page. One per request and context."""

    @property
    def portal(self):
        return getSite()

    @cached_property
    def portal_url(self) -> str:
        return self.portal.absolute_url()

    def static(self, name: str) -> str:
        """Address of a built file, by its name without the hash."""
        return url_of(self.portal_url, name)

    @cached_property
    def _icons(self):
        return self.static("icons.svg")

    def icon(self, name: str) -> str:
        """Address of an icon in the sprite."""
        return f"{self._icons}#i-{name}"

    def is_lean(self, view) -> bool:
        """True if the view says, or is known, to work without Plone's bundle."""
        return is_lean(view)

    def begin(self, view, bundle: bool) -> bool:
        """Decide whether the page is lean, and leave that on the request for others to ask."""
        lean = is_lean(view) and not bundle
        mark_lean(self.request, lean)
        return lean

    def body_class(self, stock: str, tools: bool) -> str:
        """Plone's classes of <body>, without those that leave room for a toolbar not there."""
        return " ".join(c for c in stock.split() if tools or not c.startswith("plone-toolbar"))

    def title(self, view) -> str:
        """Text of <title>: the page first, then the site."""
        site = self.portal.Title()
        name = getattr(view, "page_title", None) or getattr(view, "label", None)
        if not isinstance(name, str) or not name:
            name = getattr(self.context, "Title", lambda: "")()
        name = translate(name, context=self.request)
        return f"{name} – {site}" if name and name != site else site

    @cached_property
    def anonymous(self) -> bool:
        return getSecurityManager().getUser().getUserName() == "Anonymous User"

    @cached_property
    def choices(self) -> IPersonalChoices | None:
        """What the person chose for themselves; None if only this browser knows."""
        if self.anonymous:
            return None
        return queryMultiAdapter((self.portal, self.request), IPersonalChoices)

    @property
    def colour_mode(self) -> str | None:
        """`light` or `dark`, if the person chose one: then the page comes in it."""
        return self.choices.colour_mode if self.choices else None

    @property
    def token(self) -> str:
        """What a form sends along as `_authenticator`."""
        return createToken()

    def named(self, name: str):
        """A view of the context by its name, without the cost of traversing to it."""
        return getMultiAdapter((self.context, self.request), name=name)

    def top(self, lang: str) -> str:
        """The top bar with its menus."""
        return TOP.render(self, lang)

    def tools(self, lang: str) -> list[str]:
        """HTML of what other packages put into the top bar."""
        found = (tool for _name, tool in getAdapters((self.portal, self.request), ITool))
        return [tool.render(self, lang) for tool in sorted(found, key=lambda tool: tool.order)]

    def rail(self, lang: str, is_start: bool) -> str:
        """The main navigation."""
        return RAIL.render(self, lang, is_start=is_start)

    def way(self, lang: str) -> str:
        """The way down from the start page."""
        return WAY.render(self, lang)

    def foot(self, lang: str) -> str:
        """The footer."""
        return FOOT.render(self, lang)

    @cached_property
    def sections(self) -> list[Entry]:
        return sections(self.portal, self._place)

    @cached_property
    def info(self) -> dict[str, Entry]:
        return info_pages(self.portal)

    @cached_property
    def create(self) -> list[Entry]:
        return creatable(self.portal, self._place)

    @cached_property
    def crumbs(self) -> list[Entry]:
        """The way from the start page down to the context, without what the person may not see."""
        check = getSecurityManager().checkPermission
        crumbs = []
        item = self._place
        while item is not None and item.aq_base is not self.portal.aq_base:
            if check("View", item):
                crumbs.append(Entry(item.Title(), item.absolute_url()))
            item = item.aq_inner.aq_parent
        if crumbs:
            crumbs.append(Entry(_("Home"), self.portal_url))
        return crumbs[::-1]

    @cached_property
    def person(self) -> Person:
        """Name, profile, and picture or initials of who is logged in."""
        user = getSecurityManager().getUser()
        # The PAS user may be the operator's, which has no property sheets.
        sheet = getattr(user, "getProperty", lambda *args: "")
        name = sheet("fullname", "") or user.getUserName()
        userid = user.getId() or ""
        portrait = queryMultiAdapter((self.portal, self.request), IOwnPortrait)
        picture = portrait.url() if portrait is not None else None
        return Person(name, initials(name), tone(userid), self._profile(userid), picture)

    @property
    def may_administer(self) -> bool:
        check = getSecurityManager().checkPermission
        return bool(check("Plone Site Setup: Overview", self.portal))

    def languages(self, lang: str) -> list[Language]:
        """The same page in the languages of the site."""
        query = parse_qsl(self.request.get("QUERY_STRING", ""), keep_blank_values=True)
        kept = [(key, value) for key, value in query if key != "set_language"]
        return [
            Language(
                code,
                title,
                f"{self.address}?{urlencode([*kept, ('set_language', code)])}",
                "true" if code == lang else None,
            )
            for code, title in LANGUAGES.items()
        ]

    @property
    def address(self) -> str:
        """Where the page is, without its query."""
        return self.request.get("ACTUAL_URL", self.portal_url)

    @property
    def here(self) -> str:
        """Where to come back to after a form of the shell."""
        query = self.request.get("QUERY_STRING", "")
        return f"{self.address}?{query}" if query else self.address

    def _profile(self, userid):
        people = self.portal._getOb("people", None)
        # The operator's account has no profile. Asked by key: the profile itself sleeps on.
        if people is None or not userid or not people.has_key(userid):
            return None
        return f"{people.absolute_url()}/{quote(userid)}"

    @property
    def _place(self):
        """The content the page is about; the portal if the context is something else."""
        return self.context if hasattr(self.context, "getPhysicalPath") else self.portal
