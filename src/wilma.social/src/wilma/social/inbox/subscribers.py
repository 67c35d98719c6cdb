"""What follows when an account is deleted."""

from plone.base.interfaces import IPloneSiteRoot
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from wilma.social.inbox.interfaces import INotifications
from zope.component import adapter
from zope.component.hooks import getSite


@adapter(IPrincipalDeletedEvent)
def forget_deleted(event) -> None:
    """Whoever gets the same id later finds nothing that was told to the person before."""
    site = getSite()
    if IPloneSiteRoot.providedBy(site):
        INotifications(site).forget(event.principal)
