"""Suggestions while somebody types: by topic, by sound, by keyboard, and on a phone."""

from playwright.sync_api import expect
from tests.browser import editor
from tests.browser.test_accessibility import AXE
from tests.browser.test_accessibility import RUN
from tests.browser.test_accessibility import TAGS

import pytest
import re


ACTIVE = re.compile("true")


def field(visitor):
    return visitor.page.get_by_role("combobox", name="Personen, Räume und Inhalte suchen")


def options(visitor):
    return visitor.page.get_by_role("option")


def test_thao_finds_who_knows_about_cycle_paths_by_keyboard(visit):
    thao = visit("thao.nguyen")

    thao.page.keyboard.press("/")
    thao.page.keyboard.type("wer kümmert sich um Radwege")
    expect(options(thao).first).to_contain_text("Matteo Ricci")
    expect(thao.page.get_by_role("group", name="Personen")).to_be_visible()
    expect(field(thao)).to_have_attribute("aria-expanded", "true")

    thao.page.keyboard.press("ArrowDown")
    expect(options(thao).first).to_have_attribute("aria-selected", ACTIVE)
    first = options(thao).first.get_attribute("id")
    expect(field(thao)).to_have_attribute("aria-activedescendant", first)
    thao.page.keyboard.press("Enter")

    expect(thao.page.get_by_role("heading", name="Matteo Ricci", level=1)).to_be_visible()


def test_a_colleague_by_the_sound_of_her_name(visit):
    thao = visit("thao.nguyen")

    field(thao).press_sequentially("Yilmas", delay=30)
    options(thao).filter(has_text="Amira Yılmaz").click()

    expect(thao.page.get_by_role("heading", level=1)).to_contain_text("Amira Yılmaz")


def test_escape_and_leaving_close_the_list_and_enter_searches(visit):
    thao = visit("thao.nguyen")

    field(thao).press_sequentially("jobrad", delay=30)
    expect(thao.page.get_by_role("group", name="Inhalte")).to_be_visible()
    field(thao).press("Escape")
    expect(options(thao)).to_have_count(0)
    expect(field(thao)).to_have_value("jobrad")
    expect(field(thao)).to_have_attribute("aria-expanded", "false")

    field(thao).press("ArrowDown")
    expect(options(thao).first).to_be_visible()
    thao.page.keyboard.press("Tab")
    expect(options(thao)).to_have_count(0)

    field(thao).press("Enter")
    expect(thao.page.get_by_role("heading", name="Suchergebnisse")).to_be_visible()


def test_all_results_show_people_on_top_of_content(visit):
    thao = visit("thao.nguyen")

    field(thao).press_sequentially("yilmaz", delay=30)
    options(thao).filter(has_text="Alle Ergebnisse").click()

    expect(thao.page.get_by_role("heading", name="Personen", level=2)).to_be_visible()
    expect(thao.page.get_by_role("heading", name="Amira Yılmaz")).to_have_count(1)


def test_what_people_are_called_is_never_markup(visit, admin, site):
    nasty = "Zyx <img src=x onerror=alert(1)> & „Söhne“"
    page = {"@type": "Document", "title": nasty}
    made = admin.post(f"{site.url}/wissen", json=page)
    assert made.status_code == 201, made.text
    try:
        maria = visit("maria.huber")
        admin.post(made.json()["@id"] + "/@workflow/publish", json={})

        field(maria).press_sequentially("Zyx", delay=30)

        expect(options(maria).first).to_contain_text(nasty)
        expect(maria.page.locator(".wl-suggest img")).to_have_count(0)
    finally:
        admin.delete(made.json()["@id"])


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_the_search_page_suggests_and_nothing_is_wrong_with_it(visit, dark):
    georg = visit("georg.wagner", width=390, height=844, dark=dark, has_touch=True)
    georg.page.get_by_role("link", name="Suche").first.tap()

    georg.page.locator("#wl-find-q").press_sequentially("rad", delay=30)
    expect(options(georg).first).to_be_visible()
    georg.page.evaluate(AXE)
    faults = georg.page.evaluate(RUN, TAGS)["violations"]
    assert [(fault["id"], fault["nodes"][0]["target"]) for fault in faults] == []

    options(georg).filter(has_text="Matteo Ricci").tap()
    expect(georg.page.get_by_role("heading", name="Matteo Ricci", level=1)).to_be_visible()


def test_without_javascript_it_is_a_plain_search(visit):
    thao = visit("thao.nguyen")
    state = thao.context.storage_state()
    plain = visit(None, java_script_enabled=False, storage_state=state)

    plain.page.get_by_role("searchbox", name="Personen, Räume und Inhalte suchen").fill("yilmaz")
    plain.page.keyboard.press("Enter")

    expect(plain.page.get_by_role("heading", name="Amira Yılmaz")).to_be_visible()
    assert plain.page.locator(".wl-suggest:visible").count() == 0


def test_an_editor_chooses_whom_to_ask_out_of_the_directory(visit, admin, site):
    path = "/aktuelles/jobrad-teilzeit"
    stefan = visit("stefan.maier")
    stefan.open(f"{path}/edit")
    editor.tab(stefan, "Kontakt und Stand")

    picker = stefan.page.locator("#formfield-form-widgets-IContactPoint-contact_person")
    picker.locator(".select2-choices").click()
    stefan.page.keyboard.type("Yilmas", delay=30)
    stefan.page.locator(".select2-result").filter(has_text="Dr. Amira Yılmaz").click()
    editor.save(stefan)
    try:
        contact = stefan.page.get_by_role("region", name="Kontakt")
        contact.get_by_role("link", name="Amira Yılmaz").click()
        expect(stefan.page.get_by_role("heading", level=1)).to_contain_text("Amira Yılmaz")
    finally:
        admin.patch(site.url + path, json={"contact_person": None})
