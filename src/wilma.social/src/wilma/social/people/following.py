"""What follows in the profile when an account is made, changed, closed or deleted, wherever."""

from AccessControl import getSecurityManager
from plone import api
from Products.PluggableAuthService.interfaces.events import IPrincipalCreatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from wilma.social.people import accounts
from wilma.social.people import place
from wilma.social.people import rules
from wilma.social.people.interfaces import IAccountDisabled
from wilma.social.people.interfaces import IAccountEnabled
from wilma.social.people.interfaces import PersonRefused
from zExceptions import Forbidden
from zope.component import adapter

import logging


logger = logging.getLogger(__name__)

MANAGE = "wilma.social: Manage people"


@adapter(IPrincipalCreatedEvent)
def make_profile(event) -> None:
    """A new account gets a profile. Raises PersonRefused if it could not be reached."""
    accounts.make_profile(event.principal.getId())


@adapter(IUserLoggedInEvent)
def make_missing_profile(event) -> None:
    """Accounts of a directory are made elsewhere: they are met for the first time here."""
    userid = event.principal.getId()
    # The operator's account lies in the root of Zope, and is nobody's.
    if place.section() is None or accounts.find(userid) is None:
        return
    try:
        accounts.make_profile(userid)
    except PersonRefused as refused:
        logger.warning("No profile for the account %r: %s", userid, refused.args[0])


@adapter(IPropertiesUpdatedEvent)
def follow_properties(event) -> None:
    """Name and address are taken over; people themselves may not change them."""
    person = place.find(event.principal.getId())
    if person is None:
        if "email" in event.properties:
            rules.check_address(event.principal.getId())
        return
    changed = accounts.changes(person, event.properties)
    if changed and _is_me(person) and not api.user.has_permission(MANAGE, obj=person):
        raise Forbidden(person.getId())
    accounts.pull(person, changed)


@adapter(IPrincipalDeletedEvent)
def delete_profile(event) -> None:
    """The profile goes with the account."""
    accounts.delete_profile(event.principal)


@adapter(IAccountDisabled)
def disable_profile(event) -> None:
    """Hide the profile."""
    _bring(event.userid, "disabled")


@adapter(IAccountEnabled)
def enable_profile(event) -> None:
    """Show the profile again."""
    _bring(event.userid, "active")


def _is_me(person):
    return getSecurityManager().getUser().getId() == person.getId()


def _bring(userid, state):
    person = place.find(userid)
    if person is not None and api.content.get_state(person) != state:
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(person, to_state=state)
