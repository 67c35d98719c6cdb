"""Who sends a request, found through PAS before Zope itself has looked."""

from plone.rest.interfaces import IAPIRequest


def identify(request, portal):
    """(user folder, user id, login) of the person or the operator; None if nobody is logged in."""
    for folder in (portal.acl_users, portal.getPhysicalRoot().acl_users):
        for userid, login in folder._extractUserIds(request, folder.plugins):
            return folder, userid, login
    return None


def find_user(request, portal):
    """The person with groups and roles, wrapped; None if nobody is logged in.

    Errors come before authentication when a path does not exist, so they have to ask here.
    """
    who = getattr(request, "_wilma_who", None) or identify(request, portal)
    if who is None:
        return None
    folder, userid, login = who
    return folder._findUser(folder.plugins, userid, login, request=request).__of__(folder)


def wants_json(request) -> bool:
    """True if a program asks: REST, or a client that prefers JSON to a page."""
    if IAPIRequest.providedBy(request) or "++api++" in request.get("PATH_INFO", ""):
        return True
    accept = request.getHeader("Accept", "")
    return "application/json" in accept and "text/html" not in accept
