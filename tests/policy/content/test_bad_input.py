"""What other systems get wrong: a 4xx that says why, in their language, and nothing changed."""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD

import base64
import pytest
import requests
import transaction


@pytest.fixture
def send(functional_portal):
    """Give a function (method, path, body) -> response, as the editor of Aktuelles."""
    portal = functional_portal
    make_user("editor")
    portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    with api.env.adopt_user("editor"):
        api.content.create(portal.aktuelles, "News Item", "da", title="Da")
    transaction.commit()

    def send(method, path, body):
        return requests.request(
            method,
            portal.absolute_url() + path,
            auth=("editor", PASSWORD),
            headers={"Accept": "application/json", "Accept-Language": "de"},
            timeout=60,
            **({"data": body} if isinstance(body, str) else {"json": body}),
        )

    return send


def _content(portal):
    folder = portal.aktuelles
    return [
        (name, folder[name].modified(), folder[name].effective()) for name in folder.objectIds()
    ]


def _file(name, data, kind):
    encoded = base64.b64encode(data).decode()
    return {"filename": name, "data": encoded, "encoding": "base64", "content-type": kind}


EXE = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + b"\0" * 300
NEWS = {"@type": "News Item", "title": "Neu"}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "said"),
    [
        ("POST", "/aktuelles", '{"@type": "News Item", "title": ', 400, "JSON"),
        ("POST", "/aktuelles", "[1, 2]", 400, ""),
        ("POST", "/aktuelles", {"title": "Ohne Typ"}, 400, "@type"),
        ("POST", "/aktuelles", {"@type": "Zauberei", "title": "X"}, 403, "Zauberei"),
        ("POST", "/aktuelles", {"@type": "Event", "title": "Falscher Ort"}, 403, ""),
        ("POST", "/aktuelles", {"@type": "News Item"}, 400, "title"),
        ("POST", "/aktuelles", NEWS | {"review_date": "morgen"}, 400, "review_date"),
        ("POST", "/aktuelles", NEWS | {"contact_email": "kein Postfach"}, 400, "contact_email"),
        (
            "POST",
            "/aktuelles",
            NEWS | {"image": _file("bild.png", EXE, "image/png")},
            400,
            "bild.png",
        ),
        (
            "POST",
            "/aktuelles",
            {"@type": "File", "file": _file("antrag.pdf", EXE, "application/pdf")},
            400,
            "antrag.pdf",
        ),
        ("POST", "/aktuelles/da/@workflow/publish", {}, 400, "publish"),
        ("POST", "/aktuelles/da/@workflow/zaubern", {}, 400, "zaubern"),
        ("PATCH", "/aktuelles/da", {"effective": "irgendwann"}, 400, "effective"),
        (
            "POST",
            "/aktuelles/da/@workflow/publish",
            {"effective": "2020-01-01T00:00:00"},
            400,
            "publish",
        ),
        ("PATCH", "/aktuelles/nicht-da", {"title": "X"}, 404, ""),
    ],
)
def test_bad_input_is_refused_with_a_reason(
    send, functional_portal, method, path, body, status, said
):
    before = _content(functional_portal)

    answer = send(method, path, body)

    assert answer.status_code == status, answer.text
    # Some stock services of plone.restapi put type and message one level deeper.
    told = answer.json().get("error", answer.json())
    assert told["type"]
    assert said in told["message"]
    transaction.begin()
    assert _content(functional_portal) == before


def test_a_long_text_by_rest_is_taken(send, functional_portal):
    text = "<p>" + "Schnee " * 200_000 + "</p>"

    answer = send(
        "POST", "/aktuelles", NEWS | {"text": {"data": text, "content-type": "text/html"}}
    )

    assert answer.status_code == 201
