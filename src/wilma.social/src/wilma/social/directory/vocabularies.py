"""Plone's vocabularies of users and groups, out of the directory: they never list everybody.

Registered in the site by `componentregistry.xml`: a vocabulary knows neither layer nor adapter.
Terms that are not listed are found by their exact id, so that what was chosen once stays valid.
"""

from AccessControl import getSecurityManager
from plone.app.vocabularies.principals import PrincipalsVocabulary
from wilma.social.directory.groups import find_groups
from wilma.social.directory.groups import is_shown
from wilma.social.directory.interfaces import IDirectory
from zope.component.hooks import getSite
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


LISTED = 20
FOUND = 50
MANAGE_USERS = "Plone Site Setup: Users and Groups"
MANAGE_PORTAL = "Manage portal"


class Principals(PrincipalsVocabulary):
    """Some terms, and all others by their exact id; none for the groups of rooms."""

    def __init__(self, source: str, terms) -> None:
        super().__init__(terms)
        self.principal_source = source

    def _get_principal_from_source(self, value=None, token=None, default=None):
        name = (value or token or "").removeprefix("user:").removeprefix("group:")
        if not is_shown(name):
            return default
        return super()._get_principal_from_source(value, token, default)


@provider(IVocabularyFactory)
def users(context, query="") -> Principals:
    """Vocabulary `plone.app.vocabularies.Users`."""
    return Principals("user", _user_terms(query))


@provider(IVocabularyFactory)
def groups(context, query="") -> Principals:
    """Vocabulary `plone.app.vocabularies.Groups`."""
    return Principals("group", _group_terms(query))


@provider(IVocabularyFactory)
def principals(context, query="") -> Principals:
    """Vocabulary `plone.app.vocabularies.Principals`: groups, then people."""
    terms = [*_group_terms(query, "group"), *_user_terms(query, "user")]
    return Principals("principal", terms)


@provider(IVocabularyFactory)
def groups_to_join(context) -> SimpleVocabulary:
    """Vocabulary `plone.app.users.group_ids`, in the form that adds a user; empty for others."""
    site, check = getSite(), getSecurityManager().checkPermission
    if not check(MANAGE_USERS, site):
        return SimpleVocabulary([])
    tool = site.acl_users
    may_all = check(MANAGE_PORTAL, site)
    found = [
        (groupid, title)
        for groupid, title in find_groups(site)
        if groupid != "AuthenticatedUsers"
        and (may_all or "Manager" not in tool.getGroupById(groupid).getRoles())
    ]
    return SimpleVocabulary([SimpleVocabulary.createTerm(i, i, title) for i, title in found])


def text_of(query) -> str:
    """Give what was typed: Plone's widgets send it as text, or as criteria of a query."""
    if isinstance(query, dict):
        criteria = query.get("criteria") or [{}]
        query = criteria[0].get("v", "") if isinstance(criteria[0], dict) else ""
    return query.strip("* ") if isinstance(query, str) else ""


def _user_terms(query, kind=None):
    text = text_of(query)
    found = IDirectory(getSite()).search(text, size=FOUND if text else LISTED)
    return [_term(entry.userid, entry.fullname, kind) for entry in found.entries]


def _group_terms(query, kind=None):
    text = text_of(query)
    found = find_groups(getSite(), text, FOUND if text else LISTED)
    return [_term(groupid, title, kind) for groupid, title in found]


def _term(name, title, kind):
    value, token = (f"{kind}:{name}", f"{kind}__{name}") if kind else (name, name)
    return SimpleVocabulary.createTerm(value, token, title)
