"""Content written in bulk equals content made by the API."""

from plone import api
from tests.policy.bench.facts import facts
from tests.policy.conftest import make_user
from wilma.policy.bench import content
from wilma.policy.bench.city import City
from wilma.policy.bench.interfaces import Size

import pytest


TINY = Size("T", people=4, departments=1, news=2, pages=2, events=2, notifications=1, broadcasts=1)


@pytest.fixture
def city(portal):
    for number in (1, 2, 3, 4):
        make_user(f"p0000{number}")
    portal.aktuelles.manage_setLocalRoles(content.EDITOR, ["Editor"])
    return City(TINY, portal)


def _by_api(container, portal_type, bulk, **more):
    fields = {name: getattr(bulk, name) for name in ("title", "description", "text", "language")}
    with api.env.adopt_user(content.EDITOR), api.env.adopt_roles(["Manager"]):
        made = api.content.create(container, portal_type, bulk.getId(), **fields, **more)
        made.setEffectiveDate(bulk.effective_date)
    with api.env.adopt_user(content.REVIEWER), api.env.adopt_roles(["Manager"]):
        api.content.transition(made, "publish")
    return made


@pytest.mark.parametrize(
    ("section", "portal_type", "times"),
    [
        ("aktuelles", "News Item", ()),
        ("termine", "Event", ("start", "end")),
        ("wissen", "Document", ()),
    ],
)
def test_bulk_equals_the_api(city, section, portal_type, times):
    content.Content().build(city, lambda text: None)
    container = city.site[section]
    container = container.get("ordner-000", container)
    bulk = container.contentValues({"portal_type": portal_type})[0]
    expected = facts(bulk)
    fields = {name: getattr(bulk, name) for name in times}
    with api.env.adopt_roles(["Manager"]):
        container.manage_delObjects([bulk.getId()])

    made = facts(_by_api(container, portal_type, bulk, **fields))

    assert made == expected


def test_everything_is_found(city):
    content.Content().build(city, lambda text: None)

    with api.env.adopt_user("p00004"):
        found = [brain.getId for brain in api.content.find(review_state="published", sort_on="id")]

    assert {"news-00000", "news-00001", "event-00001", "page-00001", "ordner-000"} <= set(found)
