"""Foreign pages that try to write with somebody's cookie."""

from plone import api
from tests.policy.browsers import bearer
from tests.policy.browsers import JSON
from tests.policy.conftest import PASSWORD
from tests.policy.requests.conftest import title_of

import pytest


FOREIGN = ("http://127.0.0.1:9", "https://anderswo.example", "null")


# What a foreign page can make a browser send: simple requests with the cookie.
SIMPLE = {
    "form": {"data": {"form.widgets.IDublinCore.title": "Nachher", "form.buttons.save": "x"}},
    "multipart": {"files": {"form.widgets.IDublinCore.title": (None, "Nachher")}},
    "text": {"data": '{"title": "Nachher"}', "headers": {"Content-Type": "text/plain"}},
    "no type": {"data": b'{"title": "Nachher"}'},
    "form that is JSON": {
        "data": '{"title": "Nachher", "x": "="}',
        "headers": {"Content-Type": "application/x-www-form-urlencoded"},
    },
    "json": {"json": {"title": "Nachher"}},
    "odd json": {
        "data": '{"title": "Nachher"}',
        "headers": {"Content-Type": "application/json; text/plain"},
    },
}
PLACES = (
    "/wissen/seite/edit",
    "/wissen/seite",
    "/wissen",
    "/@users",
    "/wissen/seite/@lock",
    "/wissen/@sharing",
    "/wissen/seite/@workflow/retract",
    "/wissen/seite/content_status_modify",
    "/@@usergroup-userprefs",
    "/wissen/@@fc-delete",
    "/@@account-status",
    "/@logout-everywhere",
)


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_cannot_write_with_my_cookie(admin, page, origin):
    faults = []
    for kind, sent in SIMPLE.items():
        accept = "application/json" if "json" in kind else "text/html"
        for place in PLACES:
            headers = {"Accept": accept, "Origin": origin, **sent.get("headers", {})}
            answer = admin.post(place, **{**sent, "headers": headers})
            # 404: a service that is not there for pages.
            if answer.status_code not in (403, 404):
                faults.append((kind, place, answer.status_code))

    assert faults == []
    assert title_of(page) == "Vorher"
    assert api.content.get_state(page) == "published"
    assert admin.is_in()


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
@pytest.mark.parametrize("origin", [*FOREIGN, None])
def test_nor_by_other_methods(admin, page, method, origin):
    headers = {**JSON, **({"Origin": origin} if origin else {})}

    answer = admin.ask(method, "/wissen/seite", json={"title": "Nachher"}, headers=headers)

    assert answer.status_code == 403
    assert title_of(page) == "Vorher"


def test_the_reason_is_told(admin, page):
    answer = admin.ask("PATCH", "/wissen/seite", json={}, headers=JSON)

    assert answer.json()["type"] == "Forbidden"
    assert "WiLMA" in answer.json()["message"]


def test_a_token_of_another_person_is_none(browser, admin, page):
    other = browser()
    other.login("jonas.weber")
    headers = {**JSON, "X-CSRF-TOKEN": other.token()}

    answer = admin.ask("PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=headers)

    assert answer.status_code == 403
    assert title_of(page) == "Vorher"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_basic_that_a_browser_sends_along(browser, page, headers):
    answer = browser().ask(
        "PATCH",
        "/wissen/seite",
        json={"title": "Nachher"},
        headers={**JSON, **headers},
        auth=("site.admin", PASSWORD),
    )

    assert answer.status_code == 403
    assert title_of(page) == "Vorher"


def test_a_wrong_bearer_does_not_help_a_cookie(admin, page):
    answer = admin.ask(
        "PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=bearer("falsch")
    )

    assert answer.status_code == 403
    assert title_of(page) == "Vorher"


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://127.0.0.1:9"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_nobody_is_logged_in_by_a_foreign_page(browser, headers):
    assert browser().login("jonas.weber", headers=headers).status_code == 403
