"""What the main template asks for: names of static files, links, who is looking."""

from AccessControl import getSecurityManager
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView
from urllib.parse import parse_qsl
from urllib.parse import urlencode
from wilma.theme import _
from wilma.theme.shell.lean import is_lean
from wilma.theme.shell.lean import mark_lean
from wilma.theme.shell.sections import creatable
from wilma.theme.shell.sections import Entry
from wilma.theme.shell.sections import info_pages
from wilma.theme.shell.sections import sections
from wilma.theme.static import url_of
from zope.component.hooks import getSite
from zope.i18n import translate


TONES = ("blue", "green", "sand", "rose", "lilac", "gold")
LANGUAGES = {"de": "Deutsch", "en": "English"}


class Shell(BrowserView):
    """Everything around the content of a page. One per request and context."""

    @property
    def portal(self):
        return getSite()

    @property
    @memoize
    def portal_url(self) -> str:
        return self.portal.absolute_url()

    def static(self, name: str) -> str:
        """Address of a built file, by its name without the hash."""
        return url_of(self.portal_url, name)

    def icon(self, name: str) -> str:
        """Address of an icon in the sprite."""
        return f"{self.static('icons.svg')}#i-{name}"

    def is_lean(self, view) -> bool:
        """True if the view says, or is known, to work without Plone's bundle."""
        return is_lean(view)

    def begin(self, view, bundle: bool) -> bool:
        """Decide whether the page is lean, and leave that on the request for others to ask."""
        lean = is_lean(view) and not bundle
        mark_lean(self.request, lean)
        return lean

    def title(self, view) -> str:
        """Text of <title>: the page first, then the site."""
        site = self.portal.Title()
        name = getattr(view, "page_title", None) or getattr(view, "label", None)
        if not isinstance(name, str) or not name:
            name = getattr(self.context, "Title", lambda: "")()
        name = translate(name, context=self.request)
        return f"{name} – {site}" if name and name != site else site

    @property
    @memoize
    def sections(self) -> list[Entry]:
        return sections(self.portal, self._place)

    @property
    @memoize
    def info(self) -> dict[str, Entry]:
        return info_pages(self.portal)

    @property
    @memoize
    def create(self) -> list[Entry]:
        return creatable(self.portal, self._place)

    @property
    @memoize
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

    @property
    @memoize
    def person(self) -> dict[str, str]:
        """Name, initials and avatar tone of who is logged in."""
        user = getSecurityManager().getUser()
        # The PAS user may be the operator's, which has no property sheets.
        sheet = getattr(user, "getProperty", lambda *args: "")
        name = sheet("fullname", "") or user.getUserName()
        words = [word for word in name.replace(".", " ").split() if word[0].isalpha()]
        initials = (words[0][0] + words[-1][0]) if len(words) > 1 else name[:2]
        tone = TONES[sum(map(ord, user.getId() or "")) % len(TONES)]
        return {"name": name, "initials": initials.upper(), "tone": f"c-{tone}"}

    @property
    def may_administer(self) -> bool:
        check = getSecurityManager().checkPermission
        return bool(check("Plone Site Setup: Overview", self.portal))

    def languages(self, lang: str) -> list[dict]:
        """The same page in the languages of the site."""
        query = parse_qsl(self.request.get("QUERY_STRING", ""), keep_blank_values=True)
        kept = [(key, value) for key, value in query if key != "set_language"]
        here = self.request.get("ACTUAL_URL", self.portal_url)
        return [
            {
                "code": code,
                "title": title,
                "url": f"{here}?{urlencode([*kept, ('set_language', code)])}",
                "current": "true" if code == lang else None,
            }
            for code, title in LANGUAGES.items()
        ]

    @property
    def _place(self):
        """The content the page is about; the portal if the context is something else."""
        return self.context if hasattr(self.context, "getPhysicalPath") else self.portal
