"""People as other pages name them: whom to ask about an item."""

from plone.base.interfaces import IPloneSiteRoot
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.serializer import Items
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.theme.pages.interfaces import IPeopleCards
from zope.component import adapter
from zope.interface import implementer


@implementer(IPeopleCards)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class PeopleCards:
    """See IPeopleCards."""

    def __init__(self, site, request):
        self.site = site

    def card(self, userid: str) -> dict | None:
        """See IPeopleCards."""
        entry = IDirectory(self.site).get(userid)
        if entry is None:
            return None
        return {
            "name": entry.fullname,
            "url": Items(self.site).url(entry),
            "phone": entry.phone or entry.mobile,
            "email": entry.email,
        }
