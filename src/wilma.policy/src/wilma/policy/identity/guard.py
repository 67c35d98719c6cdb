"""The PAS plugin in front of all others: it asks them, and may say no.

As the first authenticator it throttles passwords, hands the credentials to the other active
authenticators (those of add-ons, too), refuses disabled accounts and ended sessions, and empties
the credentials, so that nobody behind it can say yes.
"""

from AccessControl.class_init import InitializeClass
from AuthEncoding import AuthEncoding
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.PluggableAuthService import _SWALLOWABLE_PLUGIN_EXCEPTIONS
from wilma.policy.identity import credentials as kinds
from wilma.policy.identity import names
from wilma.policy.identity import state
from wilma.policy.identity import throttle
from wilma.policy.identity.interfaces import Throttled
from wilma.policy.identity.rules import Rules
from wilma.policy.identity.tickets import Tickets
from zope.globalrequest import getRequest
from zope.interface import implementer

import logging


logger = logging.getLogger(__name__)

GUARD = "wilma_guard"
NOBODY_S_PASSWORD = AuthEncoding.pw_encrypt("nobody has this password")


@implementer(IAuthenticationPlugin)
class Guard(Tickets, Rules):
    """See the module; `Rules` checks new names and passwords, `Tickets` gives out cookies."""

    meta_type = "WiLMA guard"
    title = "WiLMA guard"

    # PAS swallows a plugin's errors unless it asks not to.
    _dont_swallow_my_exceptions = True

    def __init__(self, id_: str):
        self._setId(id_)

    def authenticateCredentials(self, credentials: dict):
        """(user id, login) if some other plugin accepts and nothing speaks against it.

        Raises Throttled if there were too many wrong passwords.
        """
        given = dict(credentials)
        credentials.clear()
        request = getRequest()
        seen = seen_in(request)
        key = ("/".join(self.getPhysicalPath()), repr(sorted(given.items(), key=str)))
        if key not in seen:
            seen[key] = self._decide(given, request)
        return seen[key]

    def _decide(self, given, request):
        if given.get("cookie") and request is not None and "__ac" in request.form:
            # A ticket in an address: plone.session would take it, and logs would keep it.
            return None
        if given.get("password") is not None and given.get("login"):
            accepted = self._check_password(given, request)
        else:
            accepted = self._ask_others(given)
        if accepted is not None:
            kind = kinds.kind_of(given, self._getPAS())
            seen_in(request).setdefault("accepted", []).append((kind, accepted[0]))
        return accepted

    def _check_password(self, given, request):
        if request is None:
            return self._ask_others(given)
        tried = throttle.attempt(self._jar(), given["login"], request)
        wait = throttle.seconds_to_wait(self._jar(), tried)
        if wait:
            raise Throttled(wait)
        accepted = None
        if not self._is_planted(given, request):
            accepted = self._ask_others(given)
        if accepted is not None:
            throttle.succeeded(self._jar(), tried)
        elif not self._belongs_to_root(given["login"]):
            self._count(tried, request)
        return accepted

    def _ask_others(self, given):
        pas = self._getPAS()
        for plugin_id, plugin in pas.plugins.listPlugins(IAuthenticationPlugin):
            if plugin_id == self.getId():
                continue
            try:
                found = plugin.authenticateCredentials(dict(given))
            except _SWALLOWABLE_PLUGIN_EXCEPTIONS:
                logger.debug("Authenticator %s failed.", plugin_id, exc_info=True)
                continue
            if found is not None and found[0] is not None:
                return None if self._is_vetoed(found[0], given) else found
        if given.get("password") and pas._verifyUser(pas.plugins, login=given["login"]) is None:
            # As slow as for an account that exists.
            AuthEncoding.pw_validate(NOBODY_S_PASSWORD, given["password"])
        return None

    def _is_vetoed(self, userid, given):
        pas = self._getPAS()
        if state.is_disabled(userid) or kinds.is_dead(given, userid, pas):
            return True
        return not pas._isTop() and names.is_refused(userid)

    def _is_planted(self, given, request):
        """True for a password in an address or in a cookie: never checked, but counted."""
        if kinds.kind_of(given, self._getPAS()) != kinds.FORM:
            return False
        if request.get("REQUEST_METHOD") != "POST" or "__ac_name" not in request.form:
            return True
        return "__ac_password" in request.get("QUERY_STRING", "")

    def _belongs_to_root(self, login):
        # The account of the operator: the guard of the root counts for it.
        pas = self._getPAS()
        if pas._isTop():
            return False
        root = self.getPhysicalRoot().acl_users
        return GUARD in root.objectIds() and root._verifyUser(root.plugins, login=login) is not None

    def _jar(self):
        # Ours is not yet in a database while the profile that made it is being applied.
        return self.getPhysicalRoot()._p_jar

    def _count(self, tried, request):
        counted = seen_in(request).setdefault("counted", set())
        if tried not in counted:
            counted.add(tried)
            throttle.failed(self._jar(), tried)


InitializeClass(Guard)


def seen_in(request) -> dict:
    """What guards decided in this request: `accepted` is a list of (kind, user id)."""
    if request is None:
        return {}
    seen = getattr(request, "_wilma_guard", None)
    if seen is None:
        seen = request._wilma_guard = {}
    return seen
