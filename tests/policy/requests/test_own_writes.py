"""Our own pages and other systems can write, each in its way."""

from plone import api
from tests.policy.browsers import bearer
from tests.policy.browsers import JSON
from tests.policy.conftest import PASSWORD
from tests.policy.requests.conftest import title_of

import pytest
import transaction


def test_json_of_our_own_pages(admin, page):
    assert admin.rest("PATCH", "/wissen/seite", {"title": "Nachher"}).status_code == 204
    assert title_of(page) == "Nachher"


def test_token_in_a_header(admin, page):
    headers = {**JSON, "X-CSRF-TOKEN": admin.token()}

    assert (
        admin.ask("PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=headers).status_code
        == 204
    )
    assert title_of(page) == "Nachher"


def test_bearer(browser, page):
    program = browser()
    body = {"login": "site.admin", "password": PASSWORD}
    token = program.post("/@login", json=body, headers=JSON).json()["token"]

    answer = program.ask("PATCH", "/wissen/seite", json={"title": "Nachher"}, headers=bearer(token))

    assert answer.status_code == 204
    assert title_of(page) == "Nachher"


def test_basic_of_a_program(browser, page):
    answer = browser().ask(
        "PATCH",
        "/wissen/seite",
        json={"title": "Nachher"},
        headers=JSON,
        auth=("site.admin", PASSWORD),
    )

    assert answer.status_code == 204
    assert title_of(page) == "Nachher"


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
    assert title_of(page) == "Nachher"


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
