"""Lists at the very minute in which an item begins or ends: the catalog counts in minutes."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from tests.policy.browsers import Browser
from tests.policy.conftest import make_user

import pytest
import transaction


@pytest.fixture
def employee(functional_portal):
    """An employee's browser; a news item and an event ended when this minute began."""
    make_user("employee")
    start = datetime.now(UTC) + timedelta(days=1)
    with api.env.adopt_roles(["Manager"]):
        for section, portal_type, fields in (
            ("aktuelles", "News Item", {}),
            ("termine", "Event", {"start": start, "end": start + timedelta(hours=1)}),
        ):
            content = api.content.create(
                functional_portal[section], portal_type, "vorbei", title="Gerade vorbei", **fields
            )
            api.content.transition(content, "publish")
            content.expiration_date = DateTime(int(DateTime().timeTime()) // 60 * 60)
            content.reindexObject()
    transaction.commit()
    browser = Browser(functional_portal.absolute_url())
    assert browser.login("employee").status_code == 302
    return browser


def test_no_list_breaks(employee):
    answers = {path: employee.get(path).status_code for path in ("/", "/aktuelles", "/termine")}

    assert employee.get("/termine/vorbei").status_code == 404
    assert answers == {"/": 200, "/aktuelles": 200, "/termine": 200}
