"""The bin over HTTP: who sees it, puts back, and lets go."""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD

import pytest
import requests
import transaction


@pytest.fixture
def call(functional_portal):
    """Give a function (who, method, path) -> response, over real HTTP."""
    portal = functional_portal
    for name in ("editor", "reviewer", "elsewhere", "employee"):
        make_user(name)
    portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    portal.aktuelles.manage_setLocalRoles("reviewer", ["Reviewer"])
    portal.wissen.manage_setLocalRoles("elsewhere", ["Editor"])
    portal.aktuelles.reindexObjectSecurity()
    portal.wissen.reindexObjectSecurity()
    with api.env.adopt_user("editor"):
        api.content.create(portal.aktuelles, "News Item", "weg", title="Weg damit")
        portal.aktuelles.manage_delObjects(["weg"])
    transaction.commit()

    def call(who, method, path):
        return requests.request(
            method,
            portal.absolute_url() + path,
            auth=(who, PASSWORD),
            headers={"Accept": "application/json"},
            timeout=30,
        )

    return call


def _entries(call, who="editor"):
    return call(who, "GET", "/aktuelles/@bin").json()["items"]


def test_an_editor_of_the_place_sees_what_was_deleted(call):
    [entry] = _entries(call)

    assert (entry["title"], entry["@type"], entry["deleted_by"]) == (
        "Weg damit",
        "News Item",
        "editor",
    )
    assert entry["can"] == {"restore": True, "forget": False}


@pytest.mark.parametrize("who", ["employee", "elsewhere"])
def test_nobody_else_gets_into_the_bin(call, who):
    [entry] = _entries(call)

    seen = call(who, "GET", "/aktuelles/@bin")
    restored = call(who, "POST", f"/aktuelles/@bin/{entry['id']}")

    assert (seen.status_code, restored.status_code) == (403, 403)
    assert "Weg damit" not in seen.text + restored.text
    assert len(_entries(call)) == 1


def test_the_bin_of_one_section_does_not_reach_into_another(call):
    [entry] = _entries(call)

    answer = call("elsewhere", "POST", f"/wissen/@bin/{entry['id']}")

    assert answer.status_code == 404
    assert len(_entries(call)) == 1


def test_put_back_it_is_at_its_address(call):
    [entry] = _entries(call)

    answer = call("editor", "POST", f"/aktuelles/@bin/{entry['id']}")

    assert answer.status_code == 200
    assert call("editor", "GET", "/aktuelles/weg").json()["title"] == "Weg damit"
    assert _entries(call) == []


@pytest.mark.parametrize(("who", "status", "left"), [("editor", 403, 1), ("reviewer", 204, 0)])
def test_a_reviewer_may_let_go_for_good(call, who, status, left):
    [entry] = _entries(call)

    answer = call(who, "DELETE", f"/aktuelles/@bin/{entry['id']}")

    assert answer.status_code == status
    assert len(_entries(call)) == left


@pytest.mark.parametrize("key", ["", "/0", "/weg", "/1/2", "/-1", f"/{10**30}"])
def test_an_unknown_entry_is_not_found(call, key):
    assert call("editor", "POST", f"/aktuelles/@bin{key}").status_code == 404
