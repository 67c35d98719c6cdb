"""What is not published does not exist for those who have no part in it."""

from tests.browser import editor

import pytest
import re
import uuid


@pytest.fixture
def draft(site, picture):
    """A draft of Maria's with a picture and a word of its own: {path, word, picture, uid}."""
    word = f"Entenweiher{uuid.uuid4().hex[:8]}"
    maria = site.rest("maria.huber")
    body = {
        "@type": "News Item",
        "title": f"Neuer {word}",
        "image": {
            "data": editor.base64_of(picture),
            "encoding": "base64",
            "filename": "ente.jpg",
            "content-type": "image/jpeg",
        },
    }
    made = maria.post(f"{site.url}/aktuelles", json=body)
    assert made.status_code == 201, made.text
    item = made.json()
    return {
        "path": item["@id"].removeprefix(site.url),
        "word": word,
        "picture": item["image"]["scales"]["preview"]["download"].removeprefix(site.url),
        "uid": item["UID"],
    }


def test_the_author_sees_her_draft(visit, site, draft):
    maria = visit("maria.huber")

    assert maria.status_of(draft["path"]) == 200
    assert maria.status_of(draft["picture"]) == 200


def test_by_address_a_draft_is_what_a_missing_page_is(visit, draft):
    thao = visit("thao.nguyen")
    missing = "/aktuelles/gibt-es-nicht"

    for path in ("", "/view", "/edit", "/@@images/image/preview", "/gibt-es-nicht"):
        assert _answer(thao, draft["path"] + path) == _answer(thao, missing + path), path
    assert _answer(thao, draft["picture"])[0] == 404
    assert _answer(thao, f"/resolveuid/{draft['uid']}") == _answer(thao, f"/resolveuid/{'0' * 32}")


def test_by_search_and_lists_there_is_no_draft(visit, draft):
    thao = visit("thao.nguyen")

    thao.search(draft["word"])

    found = thao.page.locator("main").inner_text()
    assert "Nichts gefunden" in found
    for section in ("Start", "Aktuelles"):
        thao.section(section)
        thao.page.wait_for_load_state()
        assert draft["word"] not in thao.page.content()


def test_by_rest_there_is_no_draft(site, draft):
    thao = site.rest("thao.nguyen")

    hidden = thao.get(site.url + draft["path"])
    missing = thao.get(f"{site.url}/aktuelles/gibt-es-nicht")
    found = thao.get(f"{site.url}/@search", params={"SearchableText": draft["word"]})
    by_uid = thao.get(f"{site.url}/@search", params={"UID": draft["uid"]})

    assert (hidden.status_code, hidden.json()) == (missing.status_code, missing.json())
    assert hidden.status_code == 404
    assert found.json()["items_total"] == by_uid.json()["items_total"] == 0


def _answer(visitor, path):
    """Status and body, without what differs between any two answers."""
    answer = visitor.context.request.get(visitor.site.url + path, max_redirects=0)
    text = answer.text().replace(path, "").replace("gibt-es-nicht", "")
    # The token of the form for the language is another one each time.
    each_time = r"/aktuelles[^\"<?&]*|came_from=[^\"&]*|\b[0-9a-f]{40}\b"
    return answer.status, re.sub(each_time, "", text)
