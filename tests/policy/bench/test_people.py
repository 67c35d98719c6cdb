"""People, accounts and units written in bulk equal those made by the API."""

from dataclasses import replace
from plone import api
from tests.policy.bench.facts import facts
from tests.policy.bench.test_content import TINY
from wilma.policy.bench.city import City
from wilma.policy.bench.city import PASSWORD
from wilma.policy.bench.people import People
from wilma.policy.bench.people import Units
from wilma.social.directory.interfaces import IDirectory
from wilma.social.units.interfaces import IUnits
from zope.lifecycleevent import modified

import pytest


@pytest.fixture
def city(portal):
    city = City(TINY, portal)
    Units().build(city, lambda text: None)
    return city


def _account(portal, userid):
    plugins = portal.acl_users
    properties = dict(plugins.mutable_properties._storage[userid])
    return {
        "login": plugins.source_users._userid_to_login[userid],
        "id": plugins.source_users._login_to_userid[userid],
        "roles": plugins.portal_role_manager._principal_roles[userid],
        "properties": {name: value for name, value in properties.items() if value},
        "logs in": plugins.source_users.authenticateCredentials(
            {"login": userid, "password": PASSWORD}
        ),
    }


def test_a_person_equals_one_made_by_the_api(city):
    portal, spec = city.site, next(city.people())
    People().build(city, lambda text: None)
    bulk = _but_maker(portal.people[spec.id]), _account(portal, spec.id)
    entry = IDirectory(portal).get(spec.id)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=spec.id)
    assert spec.id not in portal.people

    with api.env.adopt_roles(["Manager"]):
        email = f"{spec.id}@wilma.example"
        names = {"fullname": f"{spec.given_name} {spec.family_name}"}
        api.user.create(email=email, username=spec.id, password=PASSWORD, properties=names)
        person = portal.people[spec.id]
        person.unit = city.unit_uids[spec.unit]
        for name in ("function", "phone", "topics"):
            setattr(person, name, getattr(spec, name))
        modified(person)

    assert (_but_maker(person), _account(portal, spec.id)) == bulk
    assert IDirectory(portal).get(spec.id) == entry


def test_people_are_found(city):
    People().build(city, lambda text: None)
    spec = next(city.people())

    found = IDirectory(city.site).search(spec.family_name)

    assert spec.id in {entry.userid for entry in found.entries}


def test_a_unit_equals_one_made_by_the_api(city):
    portal = city.site
    spec = next(city.units())
    bulk, known = facts(portal.organisation[spec.id]), IUnits(portal).get(city.unit_uids[spec.key])
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            portal.organisation, "OrgUnit", "anders", title=spec.title, language="de"
        )

    by_api = IUnits(portal).get(made.UID())

    assert replace(by_api, uid=known.uid, path=known.path) == known
    assert _nameless(facts(made)) == _nameless(bulk)


def _but_maker(person):
    # Zope's owner is who made the account; what a person may do hangs on the local role.
    return {name: value for name, value in facts(person).items() if name != "owner"}


def _nameless(found):
    # Another id, since the unit with the first has units below it and stays; and another maker.
    text = repr(found["fields"]) + repr(found["permissions"]) + repr(found["states"])
    return text, sorted(found["indexes"]), found["indexes"]["allowedRolesAndUsers"]
