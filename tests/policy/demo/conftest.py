"""The demo city, loaded once for each module that asks for it."""

from plone.app.testing import SITE_OWNER_NAME
from plone.testing.zope import login
from wilma.policy.demo.testing import DEMO_FIXTURE
from wilma.policy.demo.testing import DEMO_TESTING

import pytest


@pytest.fixture(scope="module")
def _loaded(integration_session):
    # Not for the whole session: layers share their database, so a city that stays up
    # would stand in the site of every other test too.
    DEMO_FIXTURE.setUp()
    yield
    DEMO_FIXTURE.tearDown()


@pytest.fixture
def city(_loaded):
    """Give the site of the demo city; the test acts as Manager, and leaves nothing behind."""
    DEMO_TESTING.testSetUp()
    portal = DEMO_TESTING["portal"]
    login(portal.aq_parent.acl_users, SITE_OWNER_NAME)
    yield portal
    DEMO_TESTING.testTearDown()


@pytest.fixture
def find(city):
    """Find everything of a type below a section, whoever may see it."""

    def find(portal_type, section):
        path = "/".join(city[section].getPhysicalPath())
        hits = city.portal_catalog.unrestrictedSearchResults(portal_type=portal_type, path=path)
        return [hit._unrestrictedGetObject() for hit in hits]

    return find
