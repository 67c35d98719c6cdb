"""Searching accounts: what Plone's sharing tab, control panels and REST services ask.

Everybody with a right to search finds people through the directory. Who manages users also finds
accounts that the directory does not have: disabled ones, and those without a profile. Nobody gets
a list of all.
"""

from AccessControl import getSecurityManager
from plone.restapi.services.groups.get import GroupsGet
from plone.restapi.services.users.get import UsersGet
from Products.CMFCore.utils import getToolByName
from Products.PlonePAS.browser.search import PASSearchView
from wilma.social.directory.groups import is_shown
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.vocabularies import MANAGE_USERS
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


FOUND = 50
FIELDS = ("login", "name", "id", "fullname", "email")
LISTED = 25
KEY = "wilma.directory.found"


class SearchPrincipals(PASSearchView):
    """`pas_search`."""

    def searchUsers(self, sort_by=None, **criteria):
        """Give Plone's dicts about users; nobody without a word to search for."""
        if criteria.get("exact_match"):
            return super().searchUsers(sort_by, **criteria)
        texts = [criteria[name] for name in FIELDS if isinstance(criteria.get(name), str)]
        text = " ".join(dict.fromkeys(text.strip("* ") for text in texts))
        # The panels ask for each field, and all of it twice.
        known = IAnnotations(self.request).setdefault(KEY, {})
        if text not in known:
            known[text] = _find_users(text) if text.strip() else {}
        found = [dict(info) for info in known[text].values()]
        return self.sort(found, sort_by) if sort_by is not None else found

    def searchGroups(self, sort_by=None, **criteria):
        """Give Plone's dicts about groups, but those of rooms."""
        found = super().searchGroups(sort_by, **criteria)
        return [info for info in found if is_shown(info["groupid"])]


class Users(UsersGet):
    """`GET @users`: a search for who manages users; without one, the first accounts."""

    def _get_filtered_users(self, query, groups_filter, search_term, limit):
        # `query` is the list of values as the query string has them.
        self.search_term = search_term or "".join(query or ())
        if self.search_term:
            return super()._get_filtered_users("", groups_filter, self.search_term, limit)
        return super()._get_filtered_users("", groups_filter, "", limit)

    def _get_users(self, **kw):
        if self.request.getHeader("Accept") == "text/csv":
            return super()._get_users(**kw)
        kw["max_results"] = min(kw.get("max_results") or LISTED, LISTED)
        return super()._get_users(**kw)


class Groups(GroupsGet):
    """`GET @groups`, without those of rooms."""

    def _get_group(self, group_id):
        return super()._get_group(group_id) if is_shown(group_id) else None

    def _get_groups(self):
        return [group for group in super()._get_groups() if is_shown(group.getId())]

    def _get_filtered_groups(self, query, limit):
        found = super()._get_filtered_groups(query, limit)
        return [group for group in found if is_shown(group.getId())]


def _find_users(text):
    site = getSite()
    found = {
        entry.userid: entry.fullname for entry in IDirectory(site).search(text, size=FOUND).entries
    }
    if getSecurityManager().checkPermission(MANAGE_USERS, site):
        found |= _closed(site, text) | _of_this_name(site, text)
        # An account that has no profile, or is kept somewhere else.
        found = found or _in_plugins(site, fullname=text) | _in_plugins(site, login=text)
    return {userid: _info(userid, title) for userid, title in found.items()}


def _closed(site, text):
    """Disabled accounts: their profiles are in the catalog, and only there."""
    words = " AND ".join(f"{word}*" for word in text.split() if word.isalnum())
    if not words:
        return {}
    catalog = getToolByName(site, "portal_catalog")
    brains = catalog(portal_type="Person", review_state="disabled", Title=words)[:FOUND]
    return {brain.getId: brain.Title for brain in brains}


def _of_this_name(site, text):
    exact = {"exact_match": True}
    return _in_plugins(site, id=text, **exact) | _in_plugins(site, login=text, **exact)


def _in_plugins(site, **criteria):
    found = getToolByName(site, "acl_users").searchUsers(max_results=FOUND, **criteria)
    return {info["userid"]: info.get("title") or info["userid"] for info in found}


def _info(userid, title):
    return {
        "id": userid,
        "userid": userid,
        "login": userid,
        "title": title,
        "fullname": title,
        "principal_type": "user",
        "pluginid": "wilma.directory",
    }
