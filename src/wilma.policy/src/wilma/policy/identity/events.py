"""What follows when someone logs in, changes a password, or is deleted."""

from AccessControl import getSecurityManager
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from wilma.policy.identity import attempts
from wilma.policy.identity import device
from wilma.policy.identity import state
from wilma.policy.identity.guard import GUARD
from zope.component import adapter
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


@adapter(IUserLoggedInEvent)
def remember_device(event):
    """Give the browser the cookie that keeps neighbours' mistakes from counting for it."""
    request = getRequest()
    if request is None or not _is_guarded():
        return
    account = event.principal.getUserName().strip().casefold()
    jar = getSite().getPhysicalRoot()._p_jar
    device.remember(attempts.secret(jar), account, request)


@adapter(ICredentialsUpdatedEvent)
def end_earlier_sessions(event):
    """A new password ends all cookies and tokens; who changed it here gets a new cookie."""
    if event.principal is None or not _is_guarded():
        return
    state.end_sessions(event.principal.getId())
    request = getRequest()
    if request is not None and event.principal.getId() == getSecurityManager().getUser().getId():
        login = event.principal.getUserName()
        getSite().acl_users.updateCredentials(request, request.response, login, "")


@adapter(IPrincipalDeletedEvent)
def end_sessions_of_deleted(event):
    """Whoever gets the same id later must not be met by old cookies."""
    if _is_guarded():
        state.end_sessions(event.principal)


def _is_guarded():
    site = getSite()
    return site is not None and GUARD in getattr(site, "acl_users", {})
