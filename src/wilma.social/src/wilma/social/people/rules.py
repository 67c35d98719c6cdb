"""Which profiles may be stored: a usable id, and an address that nobody else has."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone import api
from wilma.social import _
from wilma.social.people import place
from wilma.social.people.interfaces import IPeople
from wilma.social.people.interfaces import PersonRefused
from zExceptions import Forbidden
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest


# Who bears one of these for the whole site may do more than who keeps people data.
MIGHTY = frozenset(
    {
        "Manager",
        "Site Administrator",
        "Workspace Steward",
        "Moderator",
        "Intranet Editor",
        "Editor",
        "Reviewer",
    }
)
# What Managers may, and what Site Administrators may, too.
MANAGE_PORTAL = "Manage portal"
MANAGE_ACCOUNTS = "Plone Site Setup: Users and Groups"
TAKEN = _("This e-mail address belongs to somebody else already.")


def check_place(container, userid: str) -> None:
    """Raise PersonRefused anywhere but in the section of profiles, and for an unusable id."""
    if not IPeople.providedBy(container):
        raise PersonRefused(_("A person can only be added in the section of people."), "@type")
    reason = id_problem(container, userid)
    if reason is not None:
        raise PersonRefused(reason, "id")


def id_problem(container, userid: str):
    """Give the translatable reason why no profile may have this id, None if it may.

    Below the section, views and methods of the folder have names, too: a person called
    "folder_contents" would stand in the way of its contents, or never be reached.
    """
    if "/" in userid or userid.startswith(("@", "+", "_", ".")):
        return _("A name must not begin with @, +, _ or a dot, or contain a slash.")
    if userid in container:
        return None
    # What the site has of this name is acquired below the section, such as its tools.
    site = aq_base(api.portal.get())
    taken = (
        userid in container.getTypeInfo().getMethodAliases()
        or hasattr(aq_base(container), userid)
        or hasattr(site, userid)
        or queryMultiAdapter((container, getRequest()), name=userid) is not None
    )
    return _("This name is reserved.") if taken else None


def check_email(person) -> None:
    """Raise PersonRefused if somebody else has the address."""
    if is_taken(person.email, but=person.getId()):
        raise PersonRefused(TAKEN, "email")


def is_taken(email: str | None, but: str | None = None) -> bool:
    """True if a profile has the address, in whatever case; that of `but` does not count."""
    address = (email or "").strip().lower()
    if not address or place.section() is None:
        return False
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(person_email=address)
    return any(brain.getId != but for brain in found)


def check_power(userid: str) -> None:
    """Raise PersonRefused for one's own account, Forbidden for that of a mightier person.

    An account with a role for the whole site is closed or deleted only by who has that role, too,
    or looks after the site: who keeps people data must not shut the administrators out.
    """
    account = api.portal.get_tool("acl_users").getUserById(userid)
    if account is None or _may(MANAGE_PORTAL):
        return
    if getSecurityManager().getUser().getId() == userid:
        raise PersonRefused(_("You cannot disable or delete your own account."), "id")
    check_mightier(userid)


def check_mightier(userid: str) -> None:
    """Raise Forbidden if the account may do more than the current user."""
    account = api.portal.get_tool("acl_users").getUserById(userid)
    if account is None or _may(MANAGE_PORTAL):
        return
    theirs = MIGHTY & set(account.getRoles())
    mine = set(getSecurityManager().getUser().getRoles())
    if "Manager" in theirs if _may(MANAGE_ACCOUNTS) else theirs - mine:
        raise Forbidden(userid)


def check_address(userid: str) -> None:
    """Raise PersonRefused for a new mail address of somebody mightier.

    Whoever reads mails to an account's address can choose its password.
    """
    if getSecurityManager().getUser().getId() == userid:
        return
    try:
        check_mightier(userid)
    except Forbidden as error:
        reason = _("Only who looks after the site may change the address of this person.")
        raise PersonRefused(reason, "email") from error


def _may(permission):
    # By permission: the site does things with roles that it adopts, and the user has not.
    return getSecurityManager().checkPermission(permission, api.portal.get())


def has_power(userid: str) -> bool:
    """True if `check_power` raises nothing."""
    try:
        check_power(userid)
    except (PersonRefused, Forbidden):
        return False
    return True
