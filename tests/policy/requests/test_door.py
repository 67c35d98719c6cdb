"""Input that nobody can read, before it is known what was asked for."""

import pytest


BROKEN = {
    "number": ("GET", {"params": {"x:int": "abc"}}),
    "text": ("GET", {"params": "x:utf8:ustring=%ff"}),
    "date": ("GET", {"params": {"x:date": "gestern abend"}}),
    "no boundary": ("POST", {"data": b"xx", "headers": {"Content-Type": "multipart/form-data"}}),
    "empty boundary": (
        "POST",
        {"data": b"xx", "headers": {"Content-Type": "multipart/form-data; boundary="}},
    ),
    "xml-rpc": (
        "POST",
        {"data": b"<methodCall><kaputt", "headers": {"Content-Type": "text/xml"}},
    ),
}


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
@pytest.mark.parametrize("path", ["/login", "/aktuelles", "/nirgends"])
@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_is_a_bad_request(browser, kind, path, accept):
    method, sent = BROKEN[kind]
    headers = {"Accept": accept, **sent.get("headers", {})}

    answer = browser().ask(method, path, **{**sent, "headers": headers})

    assert answer.status_code in (400, 401, 302)
    assert "raceback" not in answer.text
    assert "Error" not in answer.text


def test_a_form_of_over_a_megabyte_is_told_so(browser, city):
    answer = browser().post("/login", data={"text": "a" * 1_200_000})

    assert answer.status_code == 413
    assert "zu lang" in answer.text


def test_nothing_at_the_root_tells_of_the_machine(browser, city):
    answer = browser().session.get(city.getPhysicalRoot().absolute_url() + "/nirgends")

    assert answer.status_code == 404
    assert "raceback" not in answer.text
