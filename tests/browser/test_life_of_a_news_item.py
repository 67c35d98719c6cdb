"""One news item, from the first word to its end, as three people of the city see it."""

from playwright.sync_api import expect
from tests.browser import editor
from urllib.parse import urlsplit

import pytest
import uuid


@pytest.fixture
def title():
    return f"Quellwasser am Marienplatz {uuid.uuid4().hex[:6]}"


def test_from_the_editor_to_all_employees_and_away_again(visit, site, title, picture):
    maria = visit("maria.huber")
    path, picture_path = _maria_writes_and_submits(maria, title, picture)

    jonas = visit("jonas.weber")
    _jonas_finds_nothing(jonas, site, title, path, picture_path)

    stefan = visit("stefan.maier")
    _stefan_finds_and_publishes(stefan, title)

    _jonas_reads(jonas, title)

    _stefan_lets_it_expire(stefan)
    _jonas_finds_nothing(jonas, site, title, path, picture_path)


def _maria_writes_and_submits(maria, title, picture):
    editor.new(maria, "Nachricht")
    editor.field(maria, "Titel").fill(title)
    editor.field(maria, "Beschreibung").fill("Das Wasser kommt jetzt aus der eigenen Quelle.")
    editor.write_text(maria, "Ab sofort sprudelt es für alle im Innenhof.")
    maria.page.locator(editor.LEAD_PICTURE).set_input_files(picture)
    editor.field(maria, "Alternativtext").fill("Blaues Wasser in einem Becken")
    editor.save(maria, "Eintrag erzeugt")
    _is_shown_whole(maria, title)
    picture_path = urlsplit(_lead(maria).get_attribute("src")).path
    editor.change_state(maria, "Zur Veröffentlichung einreichen")
    path = urlsplit(maria.page.url).path.removesuffix("/view")
    return path, picture_path


def _stefan_finds_and_publishes(stefan, title):
    stefan.account("Redaktion")
    waiting = stefan.page.get_by_role("region", name="Wartet auf Freigabe")
    waiting.get_by_role("link", name=title).click()
    editor.change_state(stefan, "Veröffentlichen")


def _jonas_reads(jonas, title):
    jonas.section("Start")
    expect(jonas.page.get_by_role("link", name=title)).to_be_visible()
    jonas.section("Aktuelles")
    jonas.page.get_by_role("link", name=title).click()
    _is_shown_whole(jonas, title)
    jonas.search(title)
    jonas.page.locator("main").get_by_role("link", name=title).click()
    _is_shown_whole(jonas, title)


def _stefan_lets_it_expire(stefan):
    editor.edit(stefan)
    editor.tab(stefan, "Freigabezeitraum")
    editor.field(stefan, "Freigabedatum").fill("2020-01-01T12:00")
    editor.field(stefan, "Ablaufdatum").fill("2020-01-31T12:00")
    editor.save(stefan)


def _jonas_finds_nothing(jonas, site, title, path, picture_path):
    jonas.section("Start")
    expect(jonas.page.get_by_text(title)).to_have_count(0)
    jonas.section("Aktuelles")
    expect(jonas.page.get_by_text(title)).to_have_count(0)
    jonas.search(title)
    expect(jonas.page.locator("main").get_by_role("link", name=title)).to_have_count(0)
    with jonas.expecting(404):
        assert jonas.open(path).status == 404
    jonas.open()
    assert jonas.status_of(picture_path) == 404
    rest = site.rest("jonas.weber")
    assert rest.get(site.url + path).status_code == 404
    found = rest.get(f"{site.url}/@search", params={"SearchableText": title}).json()
    assert [item["title"] for item in found["items"] if item["title"] == title] == []


def _is_shown_whole(visitor, title):
    expect(visitor.page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(visitor.page.get_by_text("Ab sofort sprudelt es für alle im Innenhof.")).to_be_visible()
    expect(_lead(visitor)).to_be_visible()
    _lead(visitor).evaluate("image => image.decode()")


def _lead(visitor):
    return visitor.page.get_by_role("img", name="Blaues Wasser in einem Becken")
