"""What is suggested while somebody types: a few of each kind, asked from whoever registers one."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from plone.base.utils import munge_search_term
from Products.CMFCore.permissions import View
from Products.CMFCore.utils import getToolByName
from Products.ZCTextIndex.ParseTree import ParseError
from wilma.social import _
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.interfaces import ISuggestions
from wilma.social.directory.serializer import Items
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.theme.pages.listing import find
from wilma.theme.pages.listing import kind_of
from wilma.theme.pages.listing import url_of
from wilma.theme.pages.listing import wake
from wilma.theme.shell.faces import initials
from wilma.theme.shell.faces import tone
from zope.component import adapter
from zope.component import getAdapters
from zope.i18n import translate
from zope.interface import implementer


LIMIT = 10
# What is asked with fewer signs fits half the city.
SHORTEST = 2
# They have suggestions of their own.
NOT_CONTENT = ("Person",)


def offered(site, request) -> dict[str, ISuggestions]:
    """Give `{type: ISuggestions}` in the order in which they are shown."""
    found = getAdapters((site, request), ISuggestions)
    return dict(sorted(found, key=lambda named: (named[1].order, named[0])))


def suggest(kinds, q: str) -> list[dict]:
    """Give at most ten items, one kind after the other; each kind leaves room for the others."""
    if len(q) < SHORTEST:
        return []
    found = [kind(q, LIMIT) for kind in kinds]
    shown = [[] for _ in found]
    for place in range(LIMIT):
        for kind, items in zip(shown, found, strict=True):
            if place < len(items) and sum(map(len, shown)) < LIMIT:
                kind.append(items[place])
    return [item for kind in shown for item in kind]


@implementer(ISuggestions)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class People:
    """Named `person`."""

    order = 10
    title = _("People")

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def __call__(self, q, limit):
        """See ISuggestions."""
        items = Items(self.site)
        found = IDirectory(self.site).search(q, size=limit)
        return [self._item(items, entry) for entry in found.entries]

    def _item(self, items, entry):
        unit = items.unit(entry)
        about = (entry.function, unit["title"] if unit else "")
        return {
            "type": "person",
            "@id": items.url(entry),
            "userid": entry.userid,
            "title": entry.fullname,
            "description": ", ".join(filter(None, about)),
            "icon": "user",
            "portrait": items.portrait(entry),
            "initials": initials(entry.fullname),
            "tone": tone(entry.userid),
        }


@implementer(ISuggestions)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class Content:
    """Named `content`: by title; the search has what only the text says."""

    order = 50
    title = _("Content of the intranet")

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def __call__(self, q, limit):
        """See ISuggestions."""
        check = getSecurityManager().checkPermission
        # Some more, since View is narrower than what the catalog knows.
        brains = self._brains(q)[: 2 * limit]
        return [self._item(brain) for brain in brains if check(View, wake(brain))][:limit]

    def _brains(self, q):
        types = getToolByName(self.site, "plone_utils").getUserFriendlyTypes()
        types = [name for name in types if name not in NOT_CONTENT]
        try:
            return find(self.site, Title=munge_search_term(q), portal_type=types)
        except ParseError:
            return []

    def _item(self, brain):
        icon, kind = kind_of(brain)
        return {
            "type": "content",
            "@id": url_of(brain),
            "title": brain.Title,
            "description": translate(kind, context=self.request),
            "icon": icon,
        }
