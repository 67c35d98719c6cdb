"""A copy of the section, as older sites may have one, is nobody's profile and no place for one."""

from plone import api
from tests.policy.conftest import make_user
from wilma.policy.identity import state
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.interfaces import PersonRefused
from wilma.social.units.interfaces import IUnits
from wilma.social.units.interfaces import UnitRefused
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def _copied(portal, name):
    """Put a copy of the section into Wissen, with its mark, past all that refuses it."""
    transaction.savepoint()
    copy = portal[name]._getCopy(portal.wissen)
    copy._setId(name)
    portal.wissen._setObject(name, copy)
    return portal.wissen[name]


@pytest.fixture
def copy(portal, mia):
    return _copied(portal, "people")


def test_editors_do_not_copy_it_by_rest(functional_portal, call):
    make_user("red.one", ("Intranet Editor",))
    make_user("mia.beer")
    transaction.commit()

    for name in ("people", "organisation"):
        answer = call("red.one", "POST", "/wissen/@copy", {"source": f"/{name}"})
        assert answer.status_code == 403

    assert functional_portal.wissen.objectIds() == []
    assert IDirectory(functional_portal).get("mia.beer") is not None


def test_what_is_said_there_is_not_taken_over(portal, mia, copy):
    copy["mia.beer"].family_name = "Falsch"
    copy["mia.beer"].phone = "0"

    notify(ObjectModifiedEvent(copy["mia.beer"]))

    assert IDirectory(portal).get("mia.beer").fullname == "Mia Beer"
    assert api.user.get(userid="mia.beer").getProperty("fullname") == "Mia Beer"


def test_disabled_there_nobody_is_shut_out(portal, copy):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(copy["mia.beer"], "disable")

    assert not state.is_disabled("mia.beer")
    assert IDirectory(portal).get("mia.beer") is not None


def test_with_it_nobody_leaves_the_directory(portal, copy):
    with api.env.adopt_roles(["Manager"]):
        portal.wissen.manage_delObjects(["people"])

    assert IDirectory(portal).get("mia.beer") is not None


def test_deleted_there_the_account_stays(portal, copy):
    with api.env.adopt_roles(["Manager"]):
        copy.manage_delObjects(["mia.beer"])

    assert api.user.get(userid="mia.beer") is not None
    assert IDirectory(portal).get("mia.beer") is not None


def test_nobody_is_added_there(portal, copy):
    with api.env.adopt_roles(["Manager"]), pytest.raises(PersonRefused):
        api.content.create(copy, "Person", "lea.kern", family_name="Kern")


def test_units_there_are_not_in_the_tree(portal):
    with api.env.adopt_roles(["Manager"]):
        bau = api.content.create(portal.organisation, "OrgUnit", "bau", title="Baureferat")
        copy = _copied(portal, "organisation")
        copy.bau.title = "Falsch"
        notify(ObjectModifiedEvent(copy.bau))
        with pytest.raises(UnitRefused):
            api.content.create(copy, "OrgUnit", "neu", title="Neu")
        copy._delObject("bau")

    assert [(unit.uid, unit.title) for unit in IUnits(portal).all()] == [(bau.UID(), "Baureferat")]
