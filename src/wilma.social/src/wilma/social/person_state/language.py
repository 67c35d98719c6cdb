"""Which language a logged-in person gets: their choice, before cookie and browser."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from plone.i18n.interfaces import INegotiateLanguage
from plone.i18n.negotiate.negotiate import NegotiateLanguage
from plone.i18n.utility import setLanguageBinding
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.person_state.preferences import Preferences
from zope.component import adapter
from zope.component.hooks import getSite
from zope.interface import implementer
from ZPublisher.interfaces import IPubAfterTraversal


@implementer(INegotiateLanguage)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class Negotiation(NegotiateLanguage):
    """Plone's own, unless the person is known and chose one."""

    def __init__(self, site, request):
        chosen = chosen_language(site, request)
        if chosen is None:
            super().__init__(site, request)
            return
        # What is not translated stays in the language of the sources, not in a third one.
        self.language = self.default_language = chosen
        self.language_list = []


@adapter(IPubAfterTraversal)
def negotiate_again(event) -> None:
    """Plone negotiates at the door of the site, before it is known who asks."""
    request = event.request
    if IWilmaSocialLayer.providedBy(request):
        chosen = chosen_language(getSite(), request)
        if chosen is not None and chosen != request.get("LANGUAGE"):
            setLanguageBinding(request)


def chosen_language(site, request) -> str | None:
    """What the current user chose; None for nobody, for no choice, and for programs that say."""
    userid = getSecurityManager().getUser().getId()
    if userid is None or not IPloneSiteRoot.providedBy(site) or _says_by_itself(request):
        return None
    return Preferences(site).language(userid)


def _says_by_itself(request):
    # A browser always sends its languages; a program only on purpose.
    return bool(request._auth and request.getHeader("Accept-Language"))
