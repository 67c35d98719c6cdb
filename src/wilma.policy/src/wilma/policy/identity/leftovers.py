"""Nothing of a deleted account's rights stays: PAS keeps them by the id, whoever bears it later.

Local roles are taken from the site and its sections. Deeper ones would cost a walk over all
content; they wait for nobody, since only who looks after the site may give the id again (`names`).
"""

from Acquisition import aq_base
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from wilma.policy.identity.guard import GUARD
from zope.component import adapter
from zope.component.hooks import getSite

import contextlib


@adapter(IPrincipalDeletedEvent)
def take_rights(event) -> None:
    """Take roles, groups and local roles; not if another source has the account still."""
    site, userid = getSite(), event.principal
    pas = getattr(site, "acl_users", None)
    if pas is None or GUARD not in pas or pas.getUserById(userid) is not None:
        return
    _take_roles(pas, userid)
    _take_groups(pas, userid)
    for place in (site, *site.objectValues()):
        _take_local_roles(place, userid)


def _take_roles(pas, userid):
    plugin = pas.get("portal_role_manager")
    if plugin is not None:
        plugin._principal_roles.pop(userid, None)


def _take_groups(pas, userid):
    plugin = pas.get("source_groups")
    if plugin is None:
        return
    for group in plugin._principal_groups.get(userid, ()):
        # A group that is gone is known to the person still.
        with contextlib.suppress(KeyError):
            plugin.removePrincipalFromGroup(userid, group)
    plugin._principal_groups.pop(userid, None)


def _take_local_roles(place, userid):
    # Tools have none.
    if hasattr(aq_base(place), "reindexObjectSecurity") and place.get_local_roles_for_userid(
        userid
    ):
        place.manage_delLocalRoles([userid])
        place.reindexObjectSecurity()
