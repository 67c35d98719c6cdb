"""Mia in a section of a department that Can heads, over HTTP."""

from functools import partial
from plone import api
from tests.policy.browsers import logged_in
from tests.policy.conftest import make_user
from tests.social.people.pages.seeing import change

import pytest
import transaction


@pytest.fixture
def city(functional_portal):
    """Mia in a section of a department that Can heads; `hr.one` keeps people data."""
    portal = functional_portal
    for userid in ("mia.beer", "can.arslan", "hr.one"):
        make_user(userid)
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        rku = api.content.create(
            portal.organisation, "OrgUnit", "rku", title="Klimareferat", head="can.arslan"
        )
        energie = api.content.create(rku, "OrgUnit", "energie", title="Energiesparen")
        change(portal.people["can.arslan"], given_name="Can", family_name="Arslan")
        change(
            portal.people["mia.beer"],
            academic_title="Dr.",
            given_name="Mia",
            family_name="Beer",
            unit=energie.UID(),
            function="Energieberatung",
        )
    transaction.commit()
    return portal


@pytest.fixture
def log_in(city):
    """A function userid -> browser of the logged-in person."""
    return partial(logged_in, city)


@pytest.fixture
def mia(city):
    """The profile of mia.beer."""
    return city.people["mia.beer"]
