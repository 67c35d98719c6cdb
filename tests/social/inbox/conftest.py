"""People with an inbox, in process and over HTTP."""

from functools import partial
from plone import api
from tests.policy.browsers import logged_in
from tests.policy.conftest import make_user
from wilma.social.inbox.interfaces import INotifications

import pytest
import transaction


@pytest.fixture
def inbox(portal):
    """The notifications of the site; amira and jonas have accounts."""
    for userid in ("amira", "jonas"):
        make_user(userid)
    return INotifications(portal)


@pytest.fixture
def city(functional_portal):
    """The site over HTTP, with Amira, Jonas and a page that both may read."""
    portal = functional_portal
    for userid in ("amira", "jonas"):
        make_user(userid)
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal.wissen, "Document", "seite", title="Quittenernte")
        api.content.transition(page, "publish")
    transaction.commit()
    return portal


@pytest.fixture
def tell(city):
    """Tell somebody that the page was published, and commit."""

    def tell(*userids, actor=None, what="published", **data):
        target = city.wissen.seite.UID()
        INotifications(city).tell(userids, "content", actor, target, {"what": what, **data})
        transaction.commit()

    return tell


@pytest.fixture
def log_in(city):
    """A function userid -> browser of the logged-in person."""
    return partial(logged_in, city)


def hide(city):
    """Take the page away from all employees."""
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(city.wissen.seite, "archive")
    transaction.commit()
