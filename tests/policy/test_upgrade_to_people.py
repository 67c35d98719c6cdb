"""A site of before there were people becomes one with people, also if the step runs twice."""

from plone import api
from plone.base.interfaces.constrains import ISelectableConstrainTypes
from tests.policy.conftest import make_user
from wilma.policy.identity import state
from wilma.social.people.interfaces import IPeople
from wilma.social.units.interfaces import IOrganisation
from zope.interface import noLongerProvides

import pytest


PROFILE = "wilma.policy:default"
ADDING = {"people": "wilma.social: Add Person", "organisation": "wilma.social: Add OrgUnit"}


@pytest.fixture
def older_portal(portal):
    """As the first version left a site: unmarked sections, accounts without profiles."""
    for userid in ("mia.beer", "can.arslan"):
        make_user(userid)
    state.disable("can.arslan")
    for name, mark in (("people", IPeople), ("organisation", IOrganisation)):
        section = portal[name]
        noLongerProvides(section, mark)
        section.manage_permission(ADDING[name], (), acquire=1)
        ISelectableConstrainTypes(section).setLocallyAllowedTypes([])
        ISelectableConstrainTypes(section).setImmediatelyAddableTypes([])
    for userid in list(portal.people.objectIds()):
        # Not by an event: the account stays.
        portal.people._delOb(userid)
    portal.portal_catalog.clearFindAndRebuild()
    return portal


def _upgrade(portal):
    setup = api.portal.get_tool("portal_setup")
    setup.setLastVersionForProfile(PROFILE, "20261124001")
    with api.env.adopt_roles(["Manager"]):
        setup.upgradeProfile(PROFILE)


def test_sections_and_profiles_are_there_afterwards(older_portal):
    for _run in (1, 2):
        _upgrade(older_portal)

    people = older_portal.people
    assert IPeople.providedBy(people)
    assert IOrganisation.providedBy(older_portal.organisation)
    assert {"mia.beer", "can.arslan"} <= set(people.objectIds())
    assert people["mia.beer"].get_local_roles() == (("mia.beer", ("Owner",)),)
    assert api.content.get_state(people["mia.beer"]) == "active"
    assert api.content.get_state(people["can.arslan"]) == "disabled"
    assert state.is_disabled("can.arslan")
    with api.env.adopt_roles(["Site Administrator"]):
        assert [t.getId() for t in people.allowedContentTypes()] == ["Person"]
        units = older_portal.organisation.allowedContentTypes()
        assert [t.getId() for t in units] == ["OrgUnit"]
        assert "Person" not in [t.getId() for t in older_portal.allowedContentTypes()]
