"""Account and profile are one, whichever comes first and whatever happens to it."""

from plone import api
from Products.PlonePAS.events import UserLoggedInEvent
from tests.policy.conftest import make_user
from wilma.policy.bin.interfaces import IBin
from wilma.policy.identity import state
from wilma.social.people import rules
from wilma.social.people.interfaces import IAccountMade
from wilma.social.people.interfaces import PersonRefused
from zExceptions import Forbidden
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


def test_an_account_brings_a_profile(portal):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="mia.beer",
            email="Mia@wilma.example",
            password="Servus-WiLMA-2026",
            properties={"fullname": "Mia Sophie Beer"},
        )

    person = portal.people["mia.beer"]
    assert (person.title, person.family_name, person.email) == (
        "Mia Sophie Beer",
        "Beer",
        "Mia@wilma.example",
    )
    assert person.get_local_roles() == (("mia.beer", ("Owner",)),)
    assert api.content.get_state(person) == "active"


def test_a_profile_brings_an_account_and_tells(portal):
    told = []
    handler = lambda event: told.append(event.object.getId())  # noqa: E731
    getGlobalSiteManager().registerHandler(handler, [IAccountMade])
    try:
        with api.env.adopt_roles(["Manager"]):
            api.content.create(
                portal.people,
                "Person",
                "can.arslan",
                given_name="Can",
                family_name="Arslan",
                email="can@wilma.example",
            )
    finally:
        getGlobalSiteManager().unregisterHandler(handler, [IAccountMade])

    member = api.user.get(userid="can.arslan")
    assert member.getProperty("fullname") == "Can Arslan"
    assert member.getProperty("email") == "can@wilma.example"
    assert member.getRoles() == ["Member", "Authenticated"]
    assert portal.people["can.arslan"].get_local_roles() == (("can.arslan", ("Owner",)),)
    assert told == ["can.arslan"]


def test_a_new_name_of_the_account_is_that_of_the_profile(mia):
    api.user.get(userid="mia.beer").setMemberProperties({"fullname": "Mia Beer-Öztürk"})

    assert (mia.given_name, mia.family_name) == ("Mia", "Beer-Öztürk")
    (brain,) = api.content.find(portal_type="Person", id="mia.beer")
    assert brain.Title == "Mia Beer-Öztürk"


def test_a_new_name_of_the_profile_is_that_of_the_account(mia):
    mia.academic_title, mia.family_name, mia.email = "Dr.", "Öztürk", "oeztuerk@wilma.example"
    _modified(mia)

    member = api.user.get(userid="mia.beer")
    assert member.getProperty("fullname") == "Dr. Mia Öztürk"
    assert member.getProperty("email") == "oeztuerk@wilma.example"
    assert (mia.academic_title, mia.given_name, mia.family_name) == ("Dr.", "Mia", "Öztürk")


def test_people_cannot_rename_themselves_by_their_account(mia):
    with api.env.adopt_user("mia.beer"), pytest.raises(Forbidden):
        api.user.get(userid="mia.beer").setMemberProperties({"fullname": "Bürgermeisterin"})

    assert mia.title == "Mia Beer"


def test_closing_the_account_hides_the_profile_and_opening_shows_it(mia):
    state.disable("mia.beer")
    hidden = api.content.get_state(mia)
    state.enable("mia.beer")

    assert (hidden, api.content.get_state(mia)) == ("disabled", "active")


def test_hiding_the_profile_closes_the_account(mia):
    with api.env.adopt_user("hr.one"):
        api.content.transition(mia, "disable")

    assert state.is_disabled("mia.beer")
    assert state.valid_since("mia.beer") > 0
    with api.env.adopt_user("can.arslan"):
        assert not api.user.has_permission("View", obj=mia)
    with api.env.adopt_user("hr.one"):
        api.content.transition(mia, "enable")
    assert not state.is_disabled("mia.beer")


def test_deleting_the_account_deletes_the_profile(mia):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="mia.beer")

    assert "mia.beer" not in api.portal.get().people
    assert not api.content.find(portal_type="Person", id="mia.beer")


def test_deleting_the_profile_deletes_the_account_and_keeps_nothing(mia):
    with api.env.adopt_user("hr.one"):
        api.content.delete(mia)

    assert api.user.get(userid="mia.beer") is None
    assert list(_bin()) == []


@pytest.mark.parametrize("action", ["disable", "delete"])
def test_who_keeps_people_data_cannot_shut_administrators_out(colleagues, action):
    chief = colleagues.people["admin.one"]

    with api.env.adopt_user("hr.one"), pytest.raises(Forbidden):
        api.content.delete(chief) if action == "delete" else api.content.transition(chief, action)

    assert api.user.get(userid="admin.one") is not None
    assert api.content.get_state(chief) == "active"


@pytest.mark.parametrize("action", ["disable", "delete"])
def test_nobody_shuts_themselves_out(colleagues, action):
    own = colleagues.people["hr.one"]

    with api.env.adopt_user("hr.one"), pytest.raises(PersonRefused):
        api.content.delete(own) if action == "delete" else api.content.transition(own, action)

    assert not state.is_disabled("hr.one")


@pytest.mark.parametrize(
    "name",
    ["view", "edit", "folder_contents", "sharing", "title", "index_html", "acl_users", "people"],
)
def test_names_of_views_and_methods_are_refused(portal, name):
    with pytest.raises(PersonRefused) as refused:
        make_user(name)

    assert refused.value.field == "username"
    assert name not in portal.people


def test_a_second_account_with_the_same_address_is_refused(mia):
    with pytest.raises(PersonRefused) as refused, api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="mia.zwei", email="MIA.beer@wilma.example", password="Servus-WiLMA-2026"
        )

    assert refused.value.field == "email"


def test_the_same_address_in_a_profile_is_refused(colleagues, mia):
    can = colleagues.people["can.arslan"]
    can.email = "Mia.Beer@wilma.example"

    with pytest.raises(PersonRefused) as refused:
        _modified(can)

    assert refused.value.field == "email"


def test_who_logs_in_for_the_first_time_gets_a_profile(mia):
    section, account = api.portal.get().people, api.user.get(userid="mia.beer").getUser()
    # As an account that lies in a directory: known, and never made here.
    section._delOb("mia.beer")

    notify(UserLoggedInEvent(account))

    assert section["mia.beer"].title == "Mia Beer"


def test_an_account_whose_name_no_profile_may_have_logs_in_all_the_same(mia, monkeypatch):
    account = api.user.get(userid="mia.beer").getUser()
    api.portal.get().people._delOb("mia.beer")
    monkeypatch.setattr(rules, "id_problem", lambda container, userid: "Nein")

    notify(UserLoggedInEvent(account))

    assert "mia.beer" not in api.portal.get().people


def test_the_operator_of_zope_has_no_profile(portal):
    operator = portal.getPhysicalRoot().acl_users.getUserById("admin")

    notify(UserLoggedInEvent(operator))

    assert "admin" not in portal.people


def _modified(person):
    notify(ObjectModifiedEvent(person))


def _bin():
    people = api.portal.get().people
    return IBin(people).entries("/".join(people.getPhysicalPath()))
