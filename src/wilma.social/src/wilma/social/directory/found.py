"""People on the search page, on top of content."""

from pathlib import Path
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlencode
from wilma.social.directory.interfaces import IDirectory
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.people.faces import CARDS
from wilma.social.people.faces import faces
from wilma.theme.interfaces import ISearchBlock
from wilma.theme.shell.chrome import Chrome
from zope.component import adapter
from zope.interface import implementer


SHOWN = 6
FOUND = Chrome(str(Path(__file__).parent / "found.pt"))


@implementer(ISearchBlock)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class FoundPeople:
    """See ISearchBlock."""

    order = 10
    portal_types = ("Person",)

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def render(self, shell, lang, text):
        """See ISearchBlock."""
        found = IDirectory(self.site).search(text, size=SHOWN)
        if not found.entries:
            return ""
        cards = CARDS.render(shell, lang, people=faces(found.entries))
        more = f"{self.site.absolute_url()}/people?{urlencode({'q': text})}"
        total = found.total if found.total > SHOWN else None
        return FOUND.render(shell, lang, cards=cards, more=more, total=total)
