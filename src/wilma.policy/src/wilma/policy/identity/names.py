"""Ids that no person and no group may have.

Rights hang on `<Group>:<UID>`, on role names, on the system's own accounts, and on the ids of
groups: PAS looks them up by the id of a person, too. Whoever bears such a name would get them.
"""

from AccessControl import getSecurityManager
from plone import api
from wilma.policy import _
from wilma.policy.identity import principals
from wilma.policy.identity import state

import re


RESERVED = frozenset(
    name.casefold()
    for name in (
        "admin",
        "Anonymous User",
        "AuthenticatedUsers",
        "Everyone",
        "System Processes",
        "root",
        "wilma",
    )
)
# Signs of other scripts look alike. Names that a directory has given stay usable.
LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")
SIGNS = frozenset(':/\\?#%&<>"|;,')


def problem(name: str):
    """The translatable reason why a person or group may not be called so, None if it may."""
    if not name or name != name.strip() or any(sign.isspace() for sign in name):
        return _("A name must not be empty and must not contain blanks.")
    if not name.isprintable() or SIGNS & set(name):
        return _("A name must not contain signs like : / ? # % or quotes.")
    if name.startswith(("@@", "++", "_", ".")):
        return _("A name must not begin with @@, ++, _ or a dot.")
    if _is_taken(name):
        return _("This name is reserved.")
    return None


def problem_of_account(name: str):
    """As `problem`, for the id of an account that is to be made here."""
    reason = problem(name)
    if reason is not None:
        return reason
    if not LOGIN.fullmatch(name):
        return _(
            "A login name has at most 100 signs: letters from a to z, digits, and . _ @ -, and "
            "begins with a letter or a digit."
        )
    if principals.resembles_group(name) or principals.has_left_roles(name):
        return _("This name is reserved.")
    if not principals.is_account(name) and principals.resembles_account(name):
        return _("An account has this name, or nearly the same.")
    if _belonged_to_somebody(name) and not _looks_after_the_site():
        return _(
            "Somebody who was deleted had this name. Only who looks after the site may give it "
            "again."
        )
    return None


def problem_of_group(name: str):
    """As `problem`, for the id of a group that is to be made here."""
    reason = problem(name)
    if reason is None and principals.resembles_account(name):
        return _("An account has this name, or nearly the same.")
    return reason


def is_refused(name: str) -> bool:
    """True if an account of this name may not be used, wherever it comes from.

    Only what would give rights: an odd name that a directory has given stays usable.
    """
    if ":" in name or "/" in name or name.startswith(("@@", "++")) or _is_taken(name):
        return True
    return principals.is_group(name)


def _belonged_to_somebody(name):
    # The time from which sessions count outlives an account.
    return state.valid_since(name) > 0 and not principals.is_account(name)


def _looks_after_the_site():
    permission = "Plone Site Setup: Users and Groups"
    return getSecurityManager().checkPermission(permission, api.portal.get())


def _is_taken(name):
    # Roles by the letter: people called "editor" are harmless, and there are some.
    return name.casefold() in RESERVED or name in api.portal.get().valid_roles()
