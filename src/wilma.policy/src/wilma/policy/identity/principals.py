"""Who bears a name already: PAS looks roles and rights up by it, for people and groups alike."""

from plone import api
from Products.PluggableAuthService.interfaces.plugins import IGroupEnumerationPlugin


# What every account gets says nothing.
HARMLESS = frozenset({"Member", "Authenticated"})


def is_group(name: str) -> bool:
    """True if there is a group of exactly this id, whichever plugin has it; asked often."""
    return any(
        info["id"] == name
        for _id, plugin in _group_plugins()
        for info in plugin.enumerateGroups(id=name, exact_match=True) or ()
    )


def resembles_group(name: str) -> bool:
    """True if there is a group of this id, in whatever case."""
    return is_group(name) or any(
        info["id"].casefold() == name.casefold()
        for _id, plugin in _group_plugins()
        for info in plugin.enumerateGroups(id=name) or ()
    )


def resembles_account(name: str) -> bool:
    """True if there is an account whose id differs in case at most, or not at all.

    Looks through the ids the site keeps, so only for what is rare: a new account or group.
    """
    pas, small = _pas(), name.casefold()
    if any(userid.casefold() == small for userid in pas.source_users.getUserIds()):
        return True
    # Directories do not mind the case by themselves.
    return is_account(name) or is_account(small)


def is_account(name: str) -> bool:
    """True if some plugin knows an account of exactly this id."""
    return _pas().getUserById(name) is not None


def has_left_roles(name: str) -> bool:
    """True if roles are kept for the id though no account has it: its bearer would get them."""
    plugin = _pas().get("portal_role_manager")
    kept = plugin._principal_roles.get(name, ()) if plugin is not None else ()
    return bool(set(kept) - HARMLESS) and not is_account(name)


def _group_plugins():
    return _pas().plugins.listPlugins(IGroupEnumerationPlugin)


def _pas():
    return api.portal.get().acl_users
