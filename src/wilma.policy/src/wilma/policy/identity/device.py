"""The cookie of a browser in which an account logged in before.

Value: up to ten `nonce:signature`, newest first, since people share computers in depots. The
signature is over the account's name and the nonce; the name itself is not in the cookie.
"""

from wilma.policy.requests import urls

import base64
import hashlib
import hmac
import secrets


COOKIE = "wilma_device"
MOST = 10
YEAR = 365 * 24 * 60 * 60


def known(secret: bytes, account: str, request) -> str | None:
    """The nonce of this browser for the account, None if it has no valid one."""
    for nonce, signature in _entries(request):
        if secret and hmac.compare_digest(signature, _sign(secret, account, nonce)):
            return nonce
    return None


def remember(secret: bytes, account: str, request) -> None:
    """Give the browser its cookie, unless it has one for this account."""
    if not secret or known(secret, account, request):
        return
    nonce = secrets.token_urlsafe(9)
    entries = [(nonce, _sign(secret, account, nonce)), *_entries(request)][:MOST]
    request.response.setCookie(
        COOKIE,
        ".".join(":".join(entry) for entry in entries),
        path="/",
        max_age=YEAR,
        http_only=True,
        same_site="Lax",
        secure=urls.is_https(),
    )


def _entries(request):
    parts = [part.split(":") for part in str(request.cookies.get(COOKIE, "")).split(".")[:MOST]]
    return [(part[0], part[1]) for part in parts if len(part) == 2 and part[1].isascii()]


def _sign(secret, account, nonce):
    digest = hmac.new(secret, f"{account}\0{nonce}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:15]).decode()
