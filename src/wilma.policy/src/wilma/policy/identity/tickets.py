"""Session cookies: dated so that "log out everywhere" works within a second, each one different.

plone.session dates a ticket itself, and two of one second are the same string; so the guard takes
its place as the plugin that gives cookies out. plone.session goes on reading them.
"""

from AccessControl import getSecurityManager
from plone.protect.interfaces import IDisableCSRFProtection
from plone.session import tktauth
from plone.session.plugins.session import SessionPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsResetPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsUpdatePlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from wilma.policy.identity import credentials as kinds
from wilma.policy.identity import state
from wilma.policy.requests import urls
from zope.interface import alsoProvides
from zope.interface import implementer

import base64
import secrets


@implementer(ICredentialsResetPlugin, ICredentialsUpdatePlugin)
class Tickets(BasePlugin):
    """Gives a cookie at login and password change, ends it at logout."""

    def updateCredentials(self, request, response, login, new_password):
        """Set the cookie, if the person who acts is the one whose credentials changed."""
        pas = self._getPAS()
        session = _session_of(pas)
        found = pas._verifyUser(pas.plugins, login=login)
        # Who resets another's password must not become that person; nobody stays nobody.
        if session is None or found is None or found["id"] != _current_userid():
            return
        ticket = tktauth.createTicket(
            secret=session._getSigningSecret(found["id"]),
            userid=found["id"],
            user_data=secrets.token_hex(8),
            timestamp=state.issue_time(found["id"]),
        )
        response.setCookie(
            session.getProperty("cookie_name"),
            base64.b64encode(ticket).decode(),
            path="/",
            http_only=True,
            same_site="Lax",
            secure=urls.is_https(),
        )

    def resetCredentials(self, request, response):
        """End the session of the cookie in the request; the cookie plugins expire it."""
        leave(response)
        # The operator's session belongs to the root, whose plugins are not asked below a site.
        for folder in (self._getPAS(), self.getPhysicalRoot().acl_users):
            _end_session(_session_of(folder), request)


def leave(response) -> None:
    """Make the browser forget what it kept: the next person may sit at the same computer."""
    response.setHeader("Clear-Site-Data", '"cache", "storage"')
    response.expireCookie("__ac", path="/")


def _end_session(session, request):
    given = session.extractCredentials(request) if session is not None else {}
    ticket = session._validateTicket(given["cookie"]) if "cookie" in given else None
    if ticket is not None and ticket[1] == _current_userid():
        # Not a write that a page could be made to do against anybody's will: it ends a login.
        alsoProvides(request, IDisableCSRFProtection)
        expires = ticket[4] + session.getProperty("timeout")
        state.end_ticket(ticket[1], kinds.digest_of(given["cookie"]), expires)


def _session_of(folder):
    for plugin in folder.objectValues():
        if isinstance(plugin, SessionPlugin):
            return plugin
    return None


def _current_userid():
    return getSecurityManager().getUser().getId()
