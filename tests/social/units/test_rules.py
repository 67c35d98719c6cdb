"""What a unit may be, over HTTP: head, place, moving, deleting."""

from plone import api
from tests.policy.conftest import make_user

import pytest
import transaction


@pytest.fixture
def site(functional_portal):
    """`bau` with `tiefbau` and `radwege` in it, `leer` beside; an editor of the organisation."""
    portal = functional_portal
    for userid in ("mia.beer", "can.arslan", "hr.one"):
        make_user(userid)
    for section in (portal.organisation, portal.people):
        section.manage_setLocalRoles("hr.one", ["Editor"])
        section.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        bau = api.content.create(portal.organisation, "OrgUnit", "bau", title="Baureferat")
        tiefbau = api.content.create(bau, "OrgUnit", "tiefbau", title="Tiefbau")
        api.content.create(tiefbau, "OrgUnit", "radwege", title="Radwege")
        api.content.create(portal.organisation, "OrgUnit", "leer", title="Leer")
        portal.people["mia.beer"].unit = tiefbau.radwege.UID()
        portal.people["mia.beer"].reindexObject()
        api.content.transition(portal.people["can.arslan"], "disable")
    transaction.commit()
    return portal


def test_an_employee_reads_a_unit(site, call):
    call("hr.one", "PATCH", "/organisation/bau", {"head": "mia.beer", "phone": "089 1"})

    told = call("mia.beer", "GET", "/organisation/bau").json()

    assert (told["title"], told["phone"]) == ("Baureferat", "089 1")
    assert told["head"] == {
        "@id": f"{site.absolute_url()}/people/mia.beer",
        "userid": "mia.beer",
        "fullname": "mia.beer",
    }
    assert [item["title"] for item in told["items"]] == ["Tiefbau"]
    assert told["can"] == {"edit": False, "add": False, "delete": False}


def test_who_keeps_the_organisation_adds_and_changes(site, call):
    added = call("hr.one", "POST", "/organisation/bau", {"@type": "OrgUnit", "title": "Hochbau"})

    assert added.status_code == 201
    assert added.json()["@id"] == f"{site.absolute_url()}/organisation/bau/hochbau"
    assert added.json()["can"] == {"edit": True, "add": True, "delete": True}


@pytest.mark.parametrize("head", ["can.arslan", "nie.da", "", "../people", "folder_contents"])
def test_the_head_is_an_active_person(site, call, head):
    answer = call("hr.one", "PATCH", "/organisation/bau", {"head": head or "  "})

    assert (answer.status_code, answer.json()["field"]) == (400, "head")
    assert site.organisation.bau.head is None


@pytest.mark.parametrize(
    "target", ["/organisation/bau/tiefbau", "/organisation/bau/tiefbau/radwege"]
)
def test_a_unit_does_not_move_into_itself(site, call, target):
    answer = call("hr.one", "POST", f"{target}/@move", {"source": "/organisation/bau"})

    assert 400 <= answer.status_code < 500
    assert list(site.organisation.objectIds()) == ["bau", "leer"]
    assert site.organisation.bau.tiefbau.radwege.title == "Radwege"


def test_moved_it_is_found_at_its_old_address(site, call):
    moved = call(
        "hr.one", "POST", "/organisation/leer/@move", {"source": "/organisation/bau/tiefbau"}
    )

    old = call("mia.beer", "GET", "/organisation/bau/tiefbau/radwege")
    assert moved.status_code == 200
    assert old.status_code in (301, 302, 308)
    assert old.headers["Location"].endswith("/organisation/leer/tiefbau/radwege")


@pytest.mark.parametrize(
    ("path", "said"), [("/organisation/bau", "1"), ("/organisation/bau/tiefbau/radwege", "1")]
)
def test_a_unit_in_use_is_not_deleted(site, call, path, said):
    answer = call("hr.one", "DELETE", path)

    assert answer.status_code == 409
    assert said in answer.json()["message"]
    assert site.organisation.bau.tiefbau.radwege.title == "Radwege"


def test_an_empty_unit_is_deleted(site, call):
    answer = call("hr.one", "DELETE", "/organisation/leer")

    assert answer.status_code == 204
    assert "leer" not in site.organisation


def test_units_lie_in_the_organisation_only(site, call):
    moved = call("hr.one", "POST", "/people/@move", {"source": "/organisation/leer"})
    added = call("hr.one", "POST", "/people", {"@type": "OrgUnit", "title": "Hier nicht"})

    assert (moved.status_code, added.status_code) == (400, 403)
    assert "leer" in site.organisation


@pytest.mark.parametrize("title", ["", "   ", "Amt\x00", "x" * 201])
def test_a_unit_needs_a_name(site, call, title):
    answer = call("hr.one", "POST", "/organisation", {"@type": "OrgUnit", "title": title})

    assert (answer.status_code, answer.json()["field"]) == (400, "title")


def test_hidden_it_is_not_there_for_employees(site, call):
    hidden = call("hr.one", "POST", "/organisation/bau/@workflow/hide", {})

    paths = ("/organisation/bau", "/organisation/bau/tiefbau/radwege", "/organisation/nie-da")
    seen = [call("mia.beer", "GET", path).status_code for path in paths]
    assert (hidden.status_code, seen) == (200, [404, 404, 404])
    own = call("mia.beer", "GET", "/people/mia.beer").json()
    assert own["unit"] is None


@pytest.fixture
def hidden(site):
    """`bau` and what lies in it is hidden; `people.one` keeps people, and not the organisation."""
    make_user("people.one")
    site.people.manage_setLocalRoles("people.one", ["Editor"])
    site.people.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site.organisation.bau, "hide")
    transaction.commit()
    return site.organisation.bau.tiefbau.radwege.UID()


@pytest.mark.parametrize("who", ["mia.beer", "hr.one", "people.one"])
def test_what_was_read_of_a_profile_is_sent_back_without_a_loss(site, hidden, call, who):
    told = call(who, "GET", "/people/mia.beer").json()

    answer = call(who, "PATCH", "/people/mia.beer", {"unit": told["unit"], "phone": "1"})

    assert answer.status_code == 204, answer.text
    assert (site.people["mia.beer"].unit, site.people["mia.beer"].phone) == (hidden, "1")
    assert (told["unit"] is not None) == (who == "hr.one")


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ("mia.beer", None),
        ("people.one", "Eine ausgeblendete Einheit"),
        ("hr.one", "Baureferat › Tiefbau › Radwege"),
    ],
)
def test_the_hidden_unit_of_a_person_can_be_kept(site, hidden, call, who, title):
    path = "/people/mia.beer/@vocabularies/wilma.social.units?b_size=500"

    items = call(who, "GET", path).json()["items"]

    assert {item["token"]: item["title"] for item in items}.get(hidden) == title


def test_who_sees_the_hidden_unit_may_take_it_away(site, hidden, call):
    assert call("hr.one", "PATCH", "/people/mia.beer", {"unit": None}).status_code == 204
    assert site.people["mia.beer"].unit is None
