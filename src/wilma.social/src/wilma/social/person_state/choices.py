"""What the shell of every page asks about the person."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.person_state.interfaces import IPreferences
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
        return IPreferences(self.site).colour_mode(getSecurityManager().getUser().getId())

    @property
    def page(self) -> str:
        return f"{self.site.absolute_url()}/@@settings"
