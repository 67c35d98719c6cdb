"""Account and profile are one: made, renamed, disabled and deleted together.

The account lies in PAS, wherever its plugins keep it; the profile is content. Each side is told of
what happens to the other and does nothing if it knows already, so that nothing goes in circles.
"""

from plone import api
from plone.dexterity.utils import createContentInContainer
from wilma.social.people import address
from wilma.social.people import names
from wilma.social.people import place
from wilma.social.people import rules
from wilma.social.people.interfaces import AccountMade
from wilma.social.people.interfaces import PersonRefused
from wilma.social.person_state.interfaces import IPersonState
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import logging
import secrets


logger = logging.getLogger(__name__)

MEMBER = "Member"


def find(userid: str):
    """Give the account as PAS knows it in this site, None if there is none."""
    return api.portal.get_tool("acl_users").getUserById(userid)


def make_profile(userid: str) -> None:
    """Make the profile of an account if it has none. Raises PersonRefused for an unusable id.

    An address that somebody else's profile has is left out: it belongs to one person only.
    """
    section = place.section()
    if section is None or place.find(userid) is not None:
        return
    reason = rules.id_problem(section, userid)
    if reason is not None:
        raise PersonRefused(reason, "username")
    known = _known(userid)
    if rules.is_taken(known["email"], but=userid):
        logger.warning("The profile of %r gets no address: somebody else has it.", userid)
        known["email"] = ""
    given, family = names.parts(known["fullname"])
    # It is the site that does it, for mighty people, too; who asks may not be known yet.
    with api.env.adopt_roles(["Manager"]):
        person = createContentInContainer(
            section,
            "Person",
            checkConstraints=False,
            id=userid,
            given_name=given or None,
            family_name=family,
            email=known["email"] or None,
        )
        if IPersonState(api.portal.get()).read(userid, "disabled"):
            api.content.transition(person, "disable")


def make_missing_profiles() -> int:
    """Make a profile for every account that the site itself keeps; how many were made.

    Those that a directory keeps get theirs when they log in. An unusable id is left out, and told.
    """
    made = 0
    for userid in api.portal.get_tool("acl_users").source_users.getUserIds():
        if place.find(userid) is None:
            try:
                make_profile(userid)
                made += 1
            except PersonRefused as refused:
                logger.warning("No profile for the account %r: %s", userid, refused.args[0])
    return made


def make_account(person) -> bool:
    """Make the account of a profile; False if it is there. Nobody knows its password.

    Raises Forbidden if it is there and that of somebody mightier.
    """
    userid = person.getId()
    if find(userid) is not None:
        rules.check_mightier(userid)
        return False
    api.portal.get_tool("acl_users").userFolderAddUser(userid, _password(), [MEMBER], [])
    push(person)
    notify(AccountMade(person))
    return True


def push(person) -> None:
    """Give name and address of the profile to the account; errors as `address.change`."""
    wanted = {"fullname": names.fullname(person), "email": person.email or ""}
    known = _known(person.getId())
    if not wanted["email"] and rules.is_taken(known["email"], but=person.getId()):
        # Left out when the profile was made, and of use for the account all the same.
        del wanted["email"]
    changed = {name: value for name, value in wanted.items() if known[name] != value}
    member = api.user.get(userid=person.getId())
    if changed and member is not None:
        if "email" in changed and address.differs(known["email"], changed["email"]):
            address.change(person.getId(), known["email"])
        member.setMemberProperties(changed)


def changes(person, properties) -> dict[str, str]:
    """Give what of name and address of the account differs from the profile."""
    known = {"fullname": names.fullname(person), "email": person.email or ""}
    given = {name: properties[name] or "" for name in known if name in properties}
    return {name: value for name, value in given.items() if value != known[name]}


def pull(person, changed: dict[str, str]) -> None:
    """Take changed name and address of the account over into the profile; errors as `push`."""
    if "fullname" in changed:
        names.write(person, changed["fullname"])
    if "email" in changed:
        if address.differs(person.email, changed["email"]):
            address.change(person.getId(), person.email)
        person.email = changed["email"] or None
    if changed:
        notify(ObjectModifiedEvent(person))


def delete_account(userid: str) -> None:
    """Delete the account, if there still is one."""
    if find(userid) is not None:
        api.portal.get_tool("acl_users").userFolderDelUsers([userid])


def delete_profile(userid: str) -> None:
    """Delete the profile, if there still is one."""
    if place.find(userid) is not None:
        place.section()._delObject(userid)


def _known(userid):
    member = api.user.get(userid=userid)
    read = member.getProperty if member is not None else lambda name, default: default
    return {name: read(name, "") or "" for name in ("fullname", "email")}


def _password():
    # Against every rule for passwords: long, with signs of all kinds.
    return f"{secrets.token_urlsafe(24)}-aA1"
