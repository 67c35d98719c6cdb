"""The gate of the closed site: who is not logged in gets to the public addresses only.

Decided before anything below the site is looked at, so that what exists and what does not cannot
answer differently.
"""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import ISiteRoot
from wilma.policy.requests import paths
from wilma.policy.requests.interfaces import LoginRequired
from wilma.policy.requests.whois import identify
from zExceptions import NotFound


# Of these only the files have something behind them.
PAGE_OF_PUBLIC_CONTENT = ["view"]
FILES_OF_PUBLIC_CONTENT = ("@@images", "images", "@@download", "@@display-file")


def classify(request) -> None:
    """Note on the request which kind of address it asks for."""
    request._wilma_names = paths.names_below(request)
    request._wilma_open = paths.open_kind(
        request._wilma_names, request.get("REQUEST_METHOD", "GET")
    )
    request._wilma_who = None


def enter(portal, request) -> None:
    """Let the request pass or raise LoginRequired; notes the person on the request."""
    if request._wilma_open in (paths.STATIC, paths.LOGIN):
        return
    request._wilma_who = identify(request, portal)
    if request._wilma_who is None and request._wilma_open is None:
        raise LoginRequired()


def check_public_content(request) -> None:
    """Raise LoginRequired unless a stranger found a page that grants View to everybody."""
    if request._wilma_open != paths.CONTENT or request._wilma_who is not None:
        return
    content = closest_content(request)
    if content is None or "Anonymous" not in rolesForPermissionOn("View", content):
        raise LoginRequired()
    below = content.getPhysicalPath()[2:]
    rest = request._wilma_names[len(below) :]
    if rest and rest != PAGE_OF_PUBLIC_CONTENT and rest[0] not in FILES_OF_PUBLIC_CONTENT:
        raise LoginRequired()


def check_visible(request) -> None:
    """Raise NotFound if the person may not see the content they stand on.

    Views ask for permissions of their own, some for none: `main_template` of a draft shows its
    title to every employee. Being allowed to call never replaces being allowed to see.
    """
    content = closest_content(request)
    if content is not None and not getSecurityManager().checkPermission("View", content):
        raise NotFound(request["URL"])


def closest_content(request):
    """The innermost content of the path, None if there is none below the site."""
    for parent in (request.get("PUBLISHED"), *request.get("PARENTS", ())):
        content = getattr(parent, "context", parent) if _is_wrapper(parent) else parent
        if ISiteRoot.providedBy(content):
            return None
        if IContentish.providedBy(content) and hasattr(aq_base(content), "getPhysicalPath"):
            return content
    return None


def _is_wrapper(parent):
    # plone.rest wraps what it traverses.
    return type(parent).__name__ == "RESTWrapper"
