"""What kind of credentials PAS extracted, and when they were issued."""

from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from plone.session import tktauth
from Products.PluggableAuthService.plugins.CookieAuthHelper import CookieAuthHelper
from Products.PluggableAuthService.plugins.HTTPBasicAuthHelper import HTTPBasicAuthHelper
from wilma.policy.identity import state

import hashlib


COOKIE = "cookie"
TOKEN = "token"  # noqa: S105 - a kind, no secret
BASIC = "basic"
FORM = "form"
JSON = "json"
OTHER = "other"


def kind_of(given: dict, pas) -> str:
    """One of the kinds above."""
    if given.get("token"):
        return TOKEN
    if given.get("cookie"):
        return COOKIE
    extractor = getattr(pas, given.get("extractor") or "", None)
    if isinstance(extractor, HTTPBasicAuthHelper):
        return BASIC
    if isinstance(extractor, CookieAuthHelper):
        return FORM
    if isinstance(extractor, JWTAuthenticationPlugin):
        return JSON
    return OTHER


def is_dead(given: dict, userid: str, pas) -> bool:
    """True if the cookie or token was issued before the person's sessions were ended."""
    if given.get("cookie"):
        issued = tktauth.splitTicket(given["cookie"])[4]
        return issued < state.valid_since(userid) or state.is_ended(
            userid, digest_of(given["cookie"])
        )
    if given.get("token"):
        return _issued(given["token"], pas) < state.valid_since(userid)
    return False


def digest_of(ticket: bytes) -> str:
    """What a single ended session is remembered by."""
    return hashlib.sha256(ticket).hexdigest()[:32]


def _issued(token, pas):
    for plugin in pas.objectValues():
        if isinstance(plugin, JWTAuthenticationPlugin):
            payload = plugin._decode_token(token) or {}
            # A token not made by our plugin says only when it ends.
            return payload.get("since") or payload.get("exp", 0) - plugin.token_timeout
    return 0
