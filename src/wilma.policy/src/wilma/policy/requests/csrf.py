"""One decision for the whole site: did a request that changes something come from our own pages?

Browsers send cookies (and Basic credentials they know) along with requests that other pages make;
a sibling host of the city even counts as same site. So what is authenticated by them needs proof:
a form token, or JSON together with our own Origin, which no other page can send. Stock services
that switch plone.protect off for themselves pass through here, too.
"""

from plone.protect.authenticator import _verify_request
from plone.protect.interfaces import IDisableCSRFProtection
from wilma.policy import _
from wilma.policy.identity import credentials as kinds
from wilma.policy.identity.guard import seen_in
from wilma.policy.requests import paths
from wilma.policy.requests import urls
from wilma.policy.requests.interfaces import ForeignRequest
from zope.interface import alsoProvides


SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


def check_login(request) -> None:
    """Raise ForeignRequest if another page sends name and password (login CSRF).

    Before the guard looks at them: else a foreign page could use up somebody's tries.
    """
    sends_password = "__ac_password" in request.form or request._wilma_open == paths.LOGIN
    if request.get("REQUEST_METHOD") not in SAFE and sends_password and is_foreign(request):
        raise ForeignRequest(_("This form was not sent from a page of WiLMA."))


def check_write(request, userid: str | None) -> None:
    """Raise ForeignRequest if a logged-in person's write lacks proof that they meant it."""
    if request.get("REQUEST_METHOD") in SAFE or not userid:
        return
    if request._wilma_open == paths.LOGIN:
        return
    if _needs_no_token(request):
        alsoProvides(request, IDisableCSRFProtection)
    elif not _verify_request(request):
        raise ForeignRequest(
            _(
                "This change was refused because it lacks proof that it comes from a page of "
                "WiLMA. Please load the page again and repeat it."
            )
        )


def is_foreign(request) -> bool:
    """True if the browser says that another page made the request."""
    origin = request.getHeader("Origin")
    if origin is not None and origin.lower() != urls.origin(request):
        return True
    return request.getHeader("Sec-Fetch-Site", "") in ("cross-site", "same-site")


def _needs_no_token(request):
    accepted = {kind for kind, _userid in seen_in(request).get("accepted", ())}
    if kinds.TOKEN in accepted:
        # No page can make a browser send this header to another origin.
        return True
    if kinds.COOKIE in accepted:
        return _is_json(request) and request.getHeader("Origin", "").lower() == urls.origin(request)
    if accepted and accepted <= {kinds.BASIC, kinds.JSON}:
        return not is_foreign(request)
    return False


def _is_json(request):
    kind, _semicolon, parameter = request.getHeader("Content-Type", "").partition(";")
    return kind == "application/json" and parameter.strip().lower() in ("", "charset=utf-8")
