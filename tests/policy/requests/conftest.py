"""People who log in over real HTTP."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from tests.policy.browsers import Browser
from tests.policy.conftest import make_user

import pytest
import transaction


@pytest.fixture
def city(functional_portal):
    """The site over HTTP, with two employees and a site administrator."""
    for name, roles in (
        ("jonas.weber", ()),
        ("thao.nguyen", ()),
        ("site.admin", ("Site Administrator",)),
    ):
        make_user(name, roles)
    transaction.commit()
    return functional_portal


@pytest.fixture
def browser(city):
    """A factory of browsers, each with its own cookies."""
    return lambda: Browser(city.absolute_url())


@pytest.fixture
def manager(portal):
    """In process, as Manager."""
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.fixture
def page(city):
    """A page that the site administrator may edit."""
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(city.wissen, "Document", "seite", title="Vorher")
        api.content.create(
            city.wissen,
            "File",
            "datei",
            title="Vorher",
            file=NamedBlobFile(b"Text", filename="a.txt"),
        )
        api.content.transition(page, "publish")
    transaction.commit()
    return page


@pytest.fixture
def admin(browser):
    admin = browser()
    admin.login("site.admin")
    return admin


def title_of(page):
    """Give the title as it is stored now."""
    transaction.begin()
    return page.title
