"""Headers that every answer below the site carries, errors too: what a browser may do with it."""

from wilma.policy.requests import paths
from wilma.policy.requests import urls
from wilma.theme.shell.lean import was_lean

import re


# Our own pages: nothing inline, nothing from elsewhere.
STRICT = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
# Pages that carry Plone's bundle: TinyMCE and Mockup write styles and scripts into the page.
EDITORS = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
# What people uploaded, and data for programs: never a page of ours.
CLOSED = "default-src 'none'; sandbox; frame-ancestors 'self'"
PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

FILE_VIEWS = {"@@download", "download", "@@display-file", "@@images", "images"}
SHOWN = re.compile(r"^(image/(png|jpe?g|gif|webp|avif|bmp|x-icon)|application/pdf)$")
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def add(request) -> None:
    """Set them on the response; what is there already stays, but for files of people."""
    response = request.response
    kind = _kind(response)
    if _is_file(request, kind):
        _close_file(response, kind)
    else:
        _set(response, "Content-Security-Policy", _policy(request, kind))
    _set(response, "X-Content-Type-Options", "nosniff")
    _set(response, "X-Frame-Options", "SAMEORIGIN")
    _set(response, "Referrer-Policy", "same-origin")
    _set(response, "Permissions-Policy", PERMISSIONS)
    if request._wilma_open != paths.STATIC:
        _keep_private(response)
    _close_cookies(response)


def _policy(request, kind):
    if kind != "text/html":
        return CLOSED
    return STRICT if was_lean(request) else EDITORS


def _is_file(request, kind):
    if request.response.status >= 300:
        return False
    if FILE_VIEWS & set(request._wilma_names):
        return True
    # A File or Image as its own page sends the bytes.
    return (
        bool(kind)
        and not kind.startswith("text/")
        and request.response.getHeader("Content-Disposition")
    )


def _close_file(response, kind):
    shown = SHOWN.match(kind or "")
    response.setHeader("Content-Security-Policy", PDF if kind == "application/pdf" else CLOSED)
    disposition = response.getHeader("Content-Disposition") or ""
    if not shown and not disposition.startswith("attachment"):
        _kind_of_disposition, _semicolon, rest = disposition.partition(";")
        response.setHeader("Content-Disposition", f"attachment;{rest}" if rest else "attachment")


def _keep_private(response):
    given = response.getHeader("Cache-Control") or ""
    if "private" not in given and "no-store" not in given:
        kept = [part for part in map(str.strip, given.split(",")) if part and part != "public"]
        response.setHeader("Cache-Control", ", ".join(["private", *kept]))


def _close_cookies(response):
    for name, cookie in list(response.cookies.items()):
        response.setCookie(
            name, cookie["value"], http_only=True, same_site="Lax", secure=urls.is_https()
        )


def _kind(response):
    return (response.getHeader("Content-Type") or "").partition(";")[0].strip().lower()


def _set(response, name, value):
    if not response.getHeader(name):
        response.setHeader(name, value)
