"""A person with an account, an editor of people data, and colleagues."""

from plone import api
from tests.policy.conftest import make_user

import pytest


@pytest.fixture
def colleagues(portal):
    """`mia.beer` and `can.arslan` are employees, `hr.one` keeps people data."""
    for userid in ("mia.beer", "can.arslan", "hr.one"):
        make_user(userid)
    make_user("admin.one", ("Site Administrator",))
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    return portal


@pytest.fixture
def mia(colleagues):
    """The profile of mia.beer, with a name."""
    api.user.get(userid="mia.beer").setMemberProperties({"fullname": "Mia Beer"})
    return colleagues.people["mia.beer"]
