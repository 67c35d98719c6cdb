"""Who sends a request, found through PAS before Zope itself has looked."""

from plone.rest.interfaces import IAPIRequest


def find_user(request, portal):
    """The person (or the operator, from the Zope root), wrapped; None if nobody is logged in.

    Errors come before authentication when a path does not exist, so they have to ask here.
    """
    for folder in (portal.acl_users, portal.getPhysicalRoot().acl_users):
        for userid, login in folder._extractUserIds(request, folder.plugins):
            user = folder._findUser(folder.plugins, userid, login, request=request)
            if user is not None:
                return user.__of__(folder)
    return None


def wants_json(request) -> bool:
    """True if a program asks: REST, or a client that prefers JSON to a page."""
    if IAPIRequest.providedBy(request) or "++api++" in request.get("PATH_INFO", ""):
        return True
    accept = request.getHeader("Accept", "")
    return "application/json" in accept and "text/html" not in accept
