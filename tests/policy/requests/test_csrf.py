"""Foreign pages that try to write with somebody's cookie, and our own that must be able to."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from tests.policy.browsers import bearer
from tests.policy.browsers import JSON
from tests.policy.conftest import PASSWORD

import pytest
import transaction


FOREIGN = ("http://127.0.0.1:9", "https://anderswo.example", "null")


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


def _title(page):
    transaction.begin()
    return page.title


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
    assert _title(page) == "Vorher"
    assert api.content.get_state(page) == "published"
    assert admin.is_in()


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
@pytest.mark.parametrize("origin", [*FOREIGN, None])
def test_nor_by_other_methods(admin, page, method, origin):
    headers = {**JSON, **({"Origin": origin} if origin else {})}

    answer = admin.ask(method, "/wissen/seite", json={"title": "Nachher"}, headers=headers)

    assert answer.status_code == 403
    assert _title(page) == "Vorher"


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
    assert _title(page) == "Vorher"


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
    assert _title(page) == "Vorher"


# Our own ways.


def test_json_of_our_own_pages(admin, page):
    assert admin.rest("PATCH", "/wissen/seite", {"title": "Nachher"}).status_code == 204
    assert _title(page) == "Nachher"


def test_token_in_a_header(admin, page):
    headers = {**JSON, "X-CSRF-TOKEN": admin.token()}

    assert (
        admin.ask("PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=headers).status_code
        == 204
    )
    assert _title(page) == "Nachher"


def test_bearer(browser, page):
    program = browser()
    body = {"login": "site.admin", "password": PASSWORD}
    token = program.post("/@login", json=body, headers=JSON).json()["token"]

    answer = program.ask("PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=bearer(token))

    assert answer.status_code == 204
    assert _title(page) == "Nachher"


def test_a_wrong_bearer_does_not_help_a_cookie(admin, page):
    answer = admin.ask(
        "PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=bearer("falsch")
    )

    assert answer.status_code == 403
    assert _title(page) == "Vorher"


def test_basic_of_a_program(browser, page):
    answer = browser().ask(
        "PATCH",
        "/wissen/seite",
        json={"title": "Nachher"},
        headers=JSON,
        auth=("site.admin", PASSWORD),
    )

    assert answer.status_code == 204
    assert _title(page) == "Nachher"


def test_the_edit_form(admin, page):
    fields = {
        "form.widgets.IDublinCore.title": "Nachher",
        "form.widgets.IDublinCore.description": "",
        "form.widgets.IShortName.id": "seite",
        "form.buttons.save": "Speichern",
        "_authenticator": admin.token("/wissen/seite/edit"),
    }

    answer = admin.post("/wissen/seite/edit", data=fields)

    assert answer.status_code == 302
    assert _title(page) == "Nachher"


def test_the_workflow_menu_is_a_link_with_a_token(admin, page):
    token = admin.token()

    admin.get(f"/wissen/seite/content_status_modify?workflow_action=retract&_authenticator={token}")
    transaction.begin()

    assert api.content.get_state(page) != "published"


def test_the_same_link_without_a_token_changes_nothing(admin, page):
    admin.get("/wissen/seite/content_status_modify?workflow_action=retract")
    transaction.begin()

    assert api.content.get_state(page) == "published"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/wissen/@@fc-rename", {"selection": "[]"}),
        ("/wissen/@@fc-copy", {"selection": "[]"}),
        ("/wissen/seite/@@sharing", {"form.submitted": "1", "form.button.Save": "x"}),
        (
            "/wissen/seite/edit/@@z3cform_validate_field",
            {"fname": "form.widgets.IDublinCore.title", "form.widgets.IDublinCore.title": "x"},
        ),
    ],
)
def test_scripts_of_plone_send_the_token_along(admin, page, path, fields):
    fields = {**fields, "_authenticator": admin.token()}
    headers = {"X-Requested-With": "XMLHttpRequest", "Accept": "*/*", "Origin": admin.origin}

    assert admin.post(path, data=fields, headers=headers).status_code in (200, 302)


def test_an_upload_by_the_editor(admin, page, city):
    data = {"_authenticator": admin.token()}
    files = {"file": ("notiz.txt", b"Ein Zettel", "text/plain")}

    answer = admin.post(
        "/wissen/fileUpload",
        data=data,
        files=files,
        headers={"Accept": "application/json, */*", "X-Requested-With": "XMLHttpRequest"},
    )

    transaction.begin()
    assert answer.status_code == 200
    assert "notiz.txt" in city.wissen


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://127.0.0.1:9"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_nobody_is_logged_in_by_a_foreign_page(browser, headers):
    assert browser().login("jonas.weber", headers=headers).status_code == 403
