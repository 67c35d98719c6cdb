"""Where a person goes after logging in: to the page they asked for, and never to another site."""

from plone.base.interfaces.login import IRedirectAfterLogin
from Products.CMFCore.utils import getToolByName
from wilma.policy.interfaces import IWilmaLayer
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IRedirectAfterLogin)
@adapter(Interface, IWilmaLayer)
class WayBack:
    """Plone compares the path alone: behind a virtual host `https://elsewhere/` passes as ours."""

    def __init__(self, context, request):
        self.context = context

    def __call__(self, came_from, is_initial_login=False):
        """Give the address if it is one of this site, else None."""
        ours = getToolByName(self.context, "portal_url").isURLInPortal(came_from or "")
        return came_from if ours else None
