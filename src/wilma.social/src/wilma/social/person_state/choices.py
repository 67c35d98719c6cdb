"""What the shell of every page asks about the person."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.person_state.preferences import Preferences
from wilma.theme.interfaces import IPersonalChoices
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalChoices)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class PersonalChoices:
    """See IPersonalChoices."""

    def __init__(self, site, request):
        self.site = site

    @property
    def colour_mode(self) -> str | None:
        return Preferences(self.site).colour_mode(getSecurityManager().getUser().getId())

    @property
    def page(self) -> str:
        return f"{self.site.absolute_url()}/@@settings"
