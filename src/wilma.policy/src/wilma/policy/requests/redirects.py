"""Where a page went that was moved: told only to people who may see it there."""

from plone.app.redirector.interfaces import IRedirectionStorage
from urllib.parse import quote
from urllib.parse import urlsplit
from wilma.policy.requests import urls
from zope.component import queryUtility


def find_target(portal, request, user) -> str | None:
    """The new address for a path that does not exist, None if there is none for this person.

    The longest known part of the path counts; the rest (a view, a service, a child that moved
    along) is put behind its new place.
    """
    storage = queryUtility(IRedirectionStorage)
    if storage is None:
        return None
    root = "/".join(portal.getPhysicalPath())
    names = [name for name in request._wilma_names if name]
    query = request.get("QUERY_STRING", "")
    if query and names:
        target = storage.get("/".join((root, *names)) + f"?{query}")
        if target:
            return _address(portal, request, user, (target, []), "")
    for length in range(len(names), 0, -1):
        target = storage.get("/".join((root, *names[:length])))
        if target:
            return _address(portal, request, user, (target, names[length:]), query)
    return None


def _address(portal, request, user, found, query):
    target, rest = found
    parts = urlsplit(target)
    if parts.netloc:
        return target
    content = portal.unrestrictedTraverse(parts.path, None)
    if content is None or not user.has_permission("View", content):
        return None
    path = parts.path[len("/".join(portal.getPhysicalPath())) :]
    if [name for name in path.split("/") if name] + rest == request._wilma_names:
        return None
    api = "/++api++" if "++api++" in request.get("PATH_INFO", "") else ""
    below = quote("/".join((path, *rest)), safe="/@+~")
    return urls.site_url(portal) + api + below + (f"?{query}" if query else "")
