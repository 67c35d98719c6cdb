"""The cast and the browser are those of the policy's tests."""

from plone import api
from tests.policy.browsers import Browser
from tests.policy.conftest import make  # noqa: F401
from tests.policy.conftest import make_user
from tests.policy.conftest import people  # noqa: F401

import pytest
import transaction


@pytest.fixture
def city(functional_portal):
    """The site over HTTP with an employee, an editor of Aktuelles and one published news item."""
    make_user("employee")
    make_user("editor")
    functional_portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    functional_portal.aktuelles.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        news = api.content.create(
            functional_portal.aktuelles, "News Item", "schnee", title="Schneeräumung"
        )
        api.content.transition(news, "publish")
    transaction.commit()
    return functional_portal


@pytest.fixture
def open_as(city):
    """A browser in which this person is logged in; nobody without a name."""

    def open_as(name=None):
        browser = Browser(city.absolute_url())
        if name:
            assert browser.login(name).status_code == 302
        return browser

    return open_as
