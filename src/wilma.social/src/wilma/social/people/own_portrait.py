"""The portrait in the account menu."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.directory.interfaces import IDirectory
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.people.faces import picture_of
from wilma.theme.interfaces import IOwnPortrait
from zope.component import adapter
from zope.interface import implementer


@implementer(IOwnPortrait)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class OwnPortrait:
    """See IOwnPortrait; the directory knows the address, no profile is woken."""

    def __init__(self, site, request):
        self.site = site

    def url(self) -> str | None:
        """See IOwnPortrait."""
        entry = IDirectory(self.site).get(getSecurityManager().getUser().getId())
        return picture_of(entry) if entry is not None else None
