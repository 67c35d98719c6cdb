"""Who keeps people data gets into no account of mightier people, and makes nobody mightier."""

from plone import api
from Products.PlonePAS.events import UserLoggedInEvent
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from wilma.policy.identity import state
from wilma.policy.identity.interfaces import RefusedName
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.receiver import receiver
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.people import accounts
from wilma.social.people.interfaces import PersonRefused
from zExceptions import Forbidden
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


MIGHTY = (
    "Manager",
    "Site Administrator",
    "Workspace Steward",
    "Moderator",
    "Intranet Editor",
    "Editor",
    "Reviewer",
)
EVIL = "evil@wilma.example"


@pytest.mark.parametrize("role", MIGHTY)
def test_the_address_of_the_mightier_stays(colleagues, role):
    make_user("chief", (role,))

    with pytest.raises(PersonRefused) as refused:
        _change("hr.one", "chief", EVIL)

    assert refused.value.field == "email"
    assert _address("chief") == "chief@wilma.example"


def test_a_role_of_a_group_counts(colleagues):
    make_user("chief")
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="Site Administrators", username="chief")

    with pytest.raises(PersonRefused):
        _change("hr.one", "chief", EVIL)


def test_who_looks_after_the_site_changes_all_but_those_of_managers(colleagues):
    make_user("chief", ("Moderator",))
    make_user("root.one", ("Manager",))

    _change("admin.one", "chief", "new@wilma.example")
    with pytest.raises(PersonRefused):
        _change("admin.one", "root.one", EVIL)

    assert _address("chief") == "new@wilma.example"
    assert _address("root.one") == "root.one@wilma.example"


def test_by_the_account_it_is_the_same(colleagues):
    make_user("root.one", ("Manager",))

    with api.env.adopt_user("admin.one"), pytest.raises(PersonRefused):
        api.user.get(userid="root.one").setMemberProperties({"email": EVIL})


def test_by_an_account_without_a_profile_too(colleagues):
    make_user("root.one", ("Manager",))
    colleagues.people._delOb("root.one")

    with api.env.adopt_user("admin.one"), pytest.raises(PersonRefused):
        api.user.get(userid="root.one").setMemberProperties({"email": EVIL})


@pytest.mark.parametrize("email", [EVIL, "admin.one@wilma.example"])
def test_nobody_makes_a_profile_for_the_account_of_the_mightier(colleagues, email):
    # As one of a directory, whose person was never here.
    colleagues.people._delOb("admin.one")
    colleagues.portal_catalog.uncatalog_object("/plone/people/admin.one")

    with api.env.adopt_user("hr.one"), pytest.raises(Forbidden):
        api.content.create(colleagues.people, "Person", "admin.one", family_name="X", email=email)

    assert api.user.get(userid="admin.one").getProperty("email") == "admin.one@wilma.example"


@pytest.mark.parametrize("role", ["Moderator", "Reviewer"])
def test_the_mightier_are_neither_disabled_nor_deleted(colleagues, role):
    make_user("chief", (role,))
    chief = colleagues.people["chief"]

    with api.env.adopt_user("hr.one"), pytest.raises(Forbidden):
        api.content.transition(chief, "disable")
    with api.env.adopt_user("hr.one"), pytest.raises(Forbidden):
        api.content.delete(chief)
    assert not state.is_disabled("chief")

    with api.env.adopt_user("admin.one"):
        api.content.transition(chief, "disable")
    assert state.is_disabled("chief")


def test_a_new_address_of_a_colleague_ends_open_ways_in(colleagues):
    resets = colleagues.portal_password_reset
    with api.env.adopt_roles(["Manager"]):
        hers, his = (resets.requestReset(who)["randomstring"] for who in ("mia.beer", "can.arslan"))

    _change("hr.one", "mia.beer", "mia@wilma.example")

    assert _address("mia.beer") == "mia@wilma.example"
    assert (hers in resets._requests, his in resets._requests) == (False, True)


@pytest.mark.parametrize("by_account", [True, False])
def test_the_old_address_is_told(colleagues, monkeypatch, by_account):
    told = []
    monkeypatch.setattr(
        "wilma.social.outbox.storage.Outbox.put",
        lambda self, kind, payload, order=None: told.append(payload),
    )

    if by_account:
        with api.env.adopt_user("admin.one"):
            api.user.get(userid="mia.beer").setMemberProperties({"email": "mia@wilma.example"})
    else:
        _change("hr.one", "mia.beer", "mia@wilma.example")

    (payload,) = told
    assert (payload["kind"], payload["userid"]) == ("mail_changed", "mia.beer")
    assert payload["to"] == "mia.beer@wilma.example"


def test_it_goes_there_even_if_the_account_is_disabled(colleagues):
    state.disable("mia.beer")

    told = receiver(colleagues, "mia.beer", "old@wilma.example")
    message = getUtility(IMailKind, "mail_changed")(colleagues, "mia.beer", {}, "de")

    assert told.email == "old@wilma.example"
    assert message.title == "Ihre E-Mail-Adresse wurde geändert"
    assert "mia.beer@" not in " ".join(message.paragraphs)
    assert receiver(colleagues, "mia.beer") is None


def test_an_address_that_stays_tells_nobody(colleagues):
    before = IOutbox(colleagues).counts()

    _change("hr.one", "mia.beer", "mia.beer@wilma.example")

    assert IOutbox(colleagues).counts() == before


def test_over_http_the_administrator_keeps_the_address(functional_portal, call):
    for userid, roles in (("hr.one", ()), ("admin.one", ("Site Administrator",))):
        make_user(userid, roles)
    functional_portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    functional_portal.people.reindexObjectSecurity()
    transaction.commit()

    answer = call("hr.one", "PATCH", "/people/admin.one", {"email": EVIL})

    assert (answer.status_code, answer.json()["field"]) == (400, "email")
    assert _address("admin.one") == "admin.one@wilma.example"


def test_nothing_stays_of_the_rights_of_who_is_deleted(colleagues):
    make_user("chief", ("Moderator",))
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="Site Administrators", username="chief")
        for place in (colleagues, colleagues.wissen):
            place.manage_setLocalRoles("chief", ["Editor"])

    with api.env.adopt_roles(["Manager"]):
        api.content.delete(colleagues.people["chief"])
        colleagues.acl_users._doAddUser("chief", PASSWORD, ["Member"], [])

    again = colleagues.acl_users.getUserById("chief")
    assert set(again.getRoles()) == {"Member", "Authenticated"}
    assert "Site Administrators" not in again.getGroups()
    assert "chief" not in api.group.get("Site Administrators").getMemberIds()
    assert not {"Editor"} & set(again.getRolesInContext(colleagues.wissen))


def test_only_who_looks_after_the_site_gives_a_name_again(colleagues):
    with api.env.adopt_user("hr.one"):
        api.content.delete(colleagues.people["mia.beer"])

    with api.env.adopt_user("hr.one"), pytest.raises(RefusedName):
        _add(colleagues, "mia.beer")
    # As the request that is taken back.
    colleagues.people._delOb("mia.beer")
    assert api.user.get(userid="mia.beer") is None

    with api.env.adopt_user("admin.one"):
        _add(colleagues, "mia.beer")
    assert api.user.get(userid="mia.beer") is not None


@pytest.mark.parametrize("way", ["upgrade", "login"])
def test_two_accounts_of_one_address_have_profiles_of_their_own(colleagues, way):
    _bring_from_outside(colleagues, "can.arslan", "Mia.Beer@wilma.example")
    account = api.user.get(userid="can.arslan").getUser()

    if way == "upgrade":
        accounts.make_missing_profiles()
    else:
        notify(UserLoggedInEvent(account))

    can = colleagues.people["can.arslan"]
    assert can.get_local_roles() == (("can.arslan", ("Owner",)),)
    assert can.email is None
    with api.env.adopt_user("can.arslan"):
        can.phone = "089 1"
        notify(ObjectModifiedEvent(can))
    assert api.user.get(userid="can.arslan").getProperty("email") == "Mia.Beer@wilma.example"
    _change("hr.one", "mia.beer", "mia@wilma.example")
    _change("hr.one", "can.arslan", "can@wilma.example")
    assert _address("can.arslan") == "can@wilma.example"


@pytest.mark.parametrize("way", ["upgrade", "login"])
def test_the_site_makes_profiles_of_the_mightier_too(colleagues, way):
    _bring_from_outside(colleagues, "admin.one", "chief@wilma.example")

    with api.env.adopt_user("mia.beer"):
        if way == "upgrade":
            accounts.make_missing_profiles()
        else:
            notify(UserLoggedInEvent(api.user.get(userid="admin.one").getUser()))

    assert _address("admin.one") == "chief@wilma.example"


def _add(portal, userid):
    api.content.create(portal.people, "Person", userid, family_name="X", email="x@wilma.example")


def _bring_from_outside(portal, userid, email):
    """An account as one of a directory, that was never here."""
    portal.people._delOb(userid)
    portal.portal_catalog.uncatalog_object(f"/plone/people/{userid}")
    with api.env.adopt_roles(["Manager"]):
        api.user.get(userid=userid).setMemberProperties({"email": email})


def _change(who, userid, email):
    person = api.portal.get().people[userid]
    before = person.email
    with api.env.adopt_user(who):
        person.email = email
        try:
            notify(ObjectModifiedEvent(person))
        except PersonRefused:
            # As the request that is taken back.
            person.email = before
            raise


def _address(userid):
    profile = api.portal.get().people[userid].email
    assert profile == api.user.get(userid=userid).getProperty("email")
    return profile
