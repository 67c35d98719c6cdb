"""The bell and the page behind it: an author hears of her text without asking."""

from playwright.sync_api import expect
from urllib.parse import urlsplit

import pytest
import re
import uuid


LOOK = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def news(site):
    """A news item that Maria wrote and sent in; she has read all there was before."""
    maria = site.rest("maria.huber")
    maria.patch(f"{site.url}/@notifications", json={"read": "all"})
    title = f"Quellwasser {uuid.uuid4().hex[:6]}"
    made = maria.post(f"{site.url}/aktuelles", json={"@type": "News Item", "title": title})
    assert made.status_code == 201, made.text
    url = made.json()["@id"]
    assert maria.post(f"{url}/@workflow/submit").status_code == 200
    yield {"title": title, "url": url}
    site.rest("stefan.maier").delete(url)


@pytest.fixture
def stefan(site):
    """Stefan's decision about a news item, by REST."""

    def decide(news, transition, comment=""):
        answer = site.rest("stefan.maier").post(
            f"{news['url']}/@workflow/{transition}", json={"comment": comment}
        )
        assert answer.status_code == 200, answer.text

    return decide


def _bell(visitor):
    return visitor.page.get_by_role("link", name=re.compile("^Mitteilungen"))


def _rows(visitor):
    return visitor.page.locator("#inbox li")


def test_maria_hears_of_the_publication_without_loading_again(visit, news, stefan):
    maria = visit("maria.huber")
    expect(_bell(maria)).to_have_accessible_name("Mitteilungen")

    stefan(news, "publish")
    maria.page.evaluate(LOOK)

    expect(_bell(maria)).to_have_accessible_name("Mitteilungen, 1 ungelesene")
    said = maria.page.get_by_role("status").filter(has_text="Mitteilungen, 1 ungelesene")
    expect(said).to_have_count(1)
    _bell(maria).click()
    first = _rows(maria).first
    expect(first).to_contain_text(f"Stefan Maier hat „{news['title']}“ veröffentlicht.")
    expect(first).to_contain_text("Neu")
    first.get_by_role("link").click()
    expect(maria.page.get_by_role("heading", name=news["title"], level=1)).to_be_visible()
    expect(_bell(maria)).to_have_accessible_name("Mitteilungen")


def test_what_came_back_says_why_and_on_a_phone(visit, news, stefan):
    maria = visit("maria.huber", width=390)
    stefan(news, "reject", comment="Bitte das Datum ergänzen.")
    _bell(maria).click()

    first = _rows(maria).first
    expect(first).to_contain_text(f"Stefan Maier hat „{news['title']}“ zurückgegeben.")
    expect(first).to_contain_text("Bitte das Datum ergänzen.")
    maria.page.get_by_role("link", name="Ungelesen", exact=True).click()
    expect(_rows(maria)).to_have_count(1)
    maria.page.get_by_role("button", name="Alle gelesen").click()

    expect(maria.page.get_by_role("heading", name="Nichts Ungelesenes")).to_be_visible()
    expect(_bell(maria)).to_have_accessible_name("Mitteilungen")
    jonas = visit("jonas.weber")
    jonas.open("/mitteilungen")
    expect(jonas.page.get_by_text("Bitte das Datum ergänzen.")).to_have_count(0)


def test_without_scripts_it_works_by_buttons(visit, news, stefan):
    stefan(news, "publish")
    maria = visit("maria.huber", java_script_enabled=False)
    expect(_bell(maria)).to_have_accessible_name("Mitteilungen, 1 ungelesene")

    _bell(maria).click()
    _rows(maria).first.get_by_role("button", name="Als gelesen markieren").click()

    assert urlsplit(maria.page.url).path == "/mitteilungen"
    expect(_rows(maria).first).not_to_contain_text("Neu")
    expect(_bell(maria)).to_have_accessible_name("Mitteilungen")


def test_more_is_added_to_the_list(visit):
    maria = visit("maria.huber")
    maria.open("/mitteilungen")
    expect(_rows(maria)).to_have_count(25)

    maria.page.get_by_role("link", name="Mehr laden").click()

    expect(_rows(maria).nth(25)).to_be_visible()
    expect(_rows(maria).nth(25).get_by_role("link")).to_be_focused()
    headings = maria.page.locator("#inbox h2").all_text_contents()
    assert len(headings) == len(set(headings))


def test_a_page_nobody_looks_at_asks_nothing_and_one_logged_out_stops(visit):
    jonas = visit("jonas.weber")
    asked = []
    jonas.page.on("request", lambda request: asked.append(request.url))
    jonas.context.clear_cookies()

    with jonas.expecting(401):
        with jonas.page.expect_response("**/@pulse"):
            jonas.page.evaluate(LOOK)
        jonas.page.evaluate(LOOK)
        jonas.page.wait_for_timeout(300)

    assert len([url for url in asked if url.endswith("/@pulse")]) == 1
