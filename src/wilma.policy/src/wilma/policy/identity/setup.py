"""Put the guard in front of the plugins of the site and of the Zope root; take it away again."""

from plone.base.interfaces import ISecuritySchema
from plone.registry.interfaces import IRegistry
from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from plone.session.plugins.session import SessionPlugin
from Products.PluggableAuthService.interfaces.authservice import IPluggableAuthService
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsResetPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsUpdatePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from wilma.policy.identity import attempts
from wilma.policy.identity.guard import GUARD
from wilma.policy.identity.guard import Guard
from wilma.policy.identity.passwords import SHORTEST
from wilma.policy.identity.tokens import Tokens
from zope.component import getUtility
from zope.interface import providedBy

import secrets


JWT = "jwt_auth"
ROOT_SESSION = "wilma_session"
COOKIES = "credentials_cookie_auth"
WORKING_DAY = 12 * 60 * 60
RESET_DAYS = 1

# In the root the guard only logs people in: the operator's accounts are made by the operator.
ROOT_TYPES = (IAuthenticationPlugin, ICredentialsUpdatePlugin, ICredentialsResetPlugin)


def install(portal) -> None:
    """Guard the site and the root; may run again."""
    attempts.prepare(portal.getPhysicalRoot()._p_jar)
    _guard_site(portal)
    root = portal.getPhysicalRoot().acl_users
    if IPluggableAuthService.providedBy(root):
        _guard_root(root)
    _close_settings(portal)


def uninstall(portal) -> None:
    """Give the site its stock plugins back; may run again.

    The root's guard stays while another site of this Zope has one, and what is known about
    accounts stays, too: nobody who was disabled gets in by installing again.
    """
    site = portal.acl_users
    _remove(site, GUARD)
    _activate(site, ICredentialsUpdatePlugin, "session")
    _activate(site, IValidationPlugin, "password_policy")
    _replace_jwt(site, JWTAuthenticationPlugin)
    if "session" in site:
        _reset_session(site["session"])
    root = portal.getPhysicalRoot()
    if not _other_sites(root, portal) and IPluggableAuthService.providedBy(root.acl_users):
        _remove(root.acl_users, GUARD)
        _remove(root.acl_users, ROOT_SESSION)
        _activate(root.acl_users, ICredentialsUpdatePlugin, COOKIES)
        _replace_jwt(root.acl_users, JWTAuthenticationPlugin)


def _guard_site(portal):
    folder = portal.acl_users
    _add_guard(folder)
    _replace_jwt(folder, Tokens)
    if "session" in folder:
        _deactivate(folder, ICredentialsUpdatePlugin, "session")
        folder["session"].timeout = WORKING_DAY
        # Its refresh view asks no guard: it would make a new cookie of an ended one.
        folder["session"].refresh_interval = -1
    if "password_policy" in folder:
        # Ours says all of it; the stock one stands by, as strict, should ours be taken away.
        folder["password_policy"].min_chars = SHORTEST
        _deactivate(folder, IValidationPlugin, "password_policy")


def _guard_root(folder):
    _add_guard(folder, ROOT_TYPES)
    _replace_jwt(folder, Tokens)
    if ROOT_SESSION not in folder:
        # Stock, the operator's cookie holds the password; ours is a ticket as everybody's.
        session = SessionPlugin(ROOT_SESSION, title="WiLMA session of the operator")
        session._shared_secret = secrets.token_hex(32)
        session.timeout = WORKING_DAY
        session.refresh_interval = -1
        folder._setObject(ROOT_SESSION, session)
        for plugin_type in (IExtractionPlugin, IAuthenticationPlugin, ICredentialsResetPlugin):
            folder.plugins.activatePlugin(plugin_type, ROOT_SESSION)
        folder.plugins.movePluginsTop(IAuthenticationPlugin, [GUARD])
    _deactivate(folder, ICredentialsUpdatePlugin, COOKIES)


def _add_guard(folder, types=None):
    if GUARD not in folder:
        folder._setObject(GUARD, Guard(GUARD))
    known = {info["interface"] for info in folder.plugins.listPluginTypeInfo()}
    for plugin_type in types or providedBy(folder[GUARD]):
        if plugin_type in known:
            if not _is_active(folder, plugin_type, GUARD):
                folder.plugins.activatePlugin(plugin_type, GUARD)
            folder.plugins.movePluginsTop(plugin_type, [GUARD])


def _replace_jwt(folder, factory):
    if JWT not in folder or type(folder[JWT].aq_base) is factory:
        return
    plugin = folder[JWT]
    types = [
        info["interface"]
        for info in folder.plugins.listPluginTypeInfo()
        if _is_active(folder, info["interface"], JWT)
    ]
    folder._delObject(JWT)
    folder._setObject(JWT, factory(JWT, plugin.title))
    for plugin_type in types:
        folder.plugins.activatePlugin(plugin_type, JWT)


def _close_settings(portal):
    settings = getUtility(IRegistry).forInterface(ISecuritySchema, prefix="plone")
    settings.enable_self_reg = False
    portal.portal_password_reset.setExpirationTimeout(RESET_DAYS)


def _remove(folder, name):
    if name in folder:
        folder._delObject(name)


def _activate(folder, plugin_type, name):
    if name in folder and not _is_active(folder, plugin_type, name):
        folder.plugins.activatePlugin(plugin_type, name)


def _deactivate(folder, plugin_type, name):
    if _is_active(folder, plugin_type, name):
        folder.plugins.deactivatePlugin(plugin_type, name)


def _reset_session(session):
    for name in ("timeout", "refresh_interval"):
        if name in session.__dict__:
            delattr(session, name)


def _is_active(folder, plugin_type, name):
    return name in folder.plugins.listPluginIds(plugin_type)


def _other_sites(root, portal):
    return [
        site
        for site in root.objectValues("Plone Site")
        if site.getId() != portal.getId() and GUARD in site.acl_users
    ]
