"""What a person chose holds on every device; what a device keeps is a stranger's alone."""

from playwright.sync_api import expect

import pytest
import re


MODE = "document.documentElement.dataset.bsTheme"
KEPT = "localStorage.getItem('wl-mode')"


def _choose(person, *labels, save="Speichern"):
    person.open("/@@settings")
    for label in labels:
        person.page.get_by_label(label, exact=True).check()
    person.page.get_by_role("button", name=save).click()
    expect(person.page.locator("#global_statusmessage")).to_contain_text(
        re.compile("gespeichert|saved")
    )


def _mode_in_html(person, path):
    """The mode that the server wrote into the page, before any script ran."""
    answer = person.context.request.get(person.site.url + path).text()
    found = re.search(r'data-bs-theme="(\w+)"', answer.partition("<head>")[0])
    return found.group(1) if found else None


def test_dark_and_english_hold_elsewhere(visit, newcomer):
    at_work = visit(newcomer)
    _choose(at_work, "English", "Dunkel")
    expect(at_work.page.get_by_role("heading", level=1)).to_have_text("Settings")

    at_home = visit()
    at_home.page.get_by_label("Benutzername").fill(newcomer)
    at_home.page.get_by_label("Passwort").fill("Servus-WiLMA-2026")
    at_home.page.get_by_role("button", name="Anmelden").click()
    navigation = at_home.page.get_by_role("navigation", name="Main navigation")

    expect(navigation).to_contain_text("Home")
    assert at_home.page.evaluate(MODE) == "dark"
    # No flash: it stands in the page itself.
    assert _mode_in_html(at_home, "/wissen") == "dark"


def test_the_switch_of_the_bar_is_stored_and_the_device_keeps_nothing(visit, newcomer):
    nele = visit(newcomer)

    with nele.page.expect_response("**/@preferences") as answer:
        nele.page.get_by_role("button", name="Dunkle Darstellung").first.click()

    assert answer.value.status == 200
    assert nele.page.evaluate(MODE) == "dark"
    assert nele.page.evaluate(KEPT) is None
    assert _mode_in_html(nele, "/") == "dark"
    nele.account("Abmelden")
    nele.open("/login")
    assert nele.page.evaluate(MODE) == "light"


def test_like_the_device_follows_the_device(visit, newcomer):
    nele = visit(newcomer, dark=True)
    _choose(nele, "Hell")
    assert nele.page.evaluate(MODE) == "light"

    _choose(nele, "Wie das Gerät")

    assert nele.page.evaluate(MODE) == "dark"
    nele.page.emulate_media(color_scheme="light")
    nele.page.wait_for_function(f"{MODE} === 'light'")
    assert _mode_in_html(nele, "/") is None


def test_a_stranger_s_mode_stays_on_the_device_until_somebody_logs_in(visit, newcomer):
    nele = visit()
    nele.page.get_by_role("button", name="Dunkle Darstellung").click()
    nele.open("/login")
    assert nele.page.evaluate(MODE) == "dark"

    nele.log_in(newcomer)

    assert nele.page.evaluate(MODE) == "light"
    assert nele.page.evaluate(KEPT) is None


def test_the_page_works_without_scripts(visit, newcomer):
    nele = visit(java_script_enabled=False)
    nele.log_in(newcomer)

    _choose(nele, "English", "Dunkel")

    assert nele.page.locator("html").get_attribute("data-bs-theme") == "dark"
    assert nele.page.locator("html").get_attribute("lang") == "en"
    _choose(nele, "Like the browser", "Like the device", save="Save")
    assert nele.page.locator("html").get_attribute("lang") == "de"


@pytest.mark.parametrize("choice", ["Deutsch", "English"])
def test_the_menu_of_the_account_leads_back_to_the_page(visit, newcomer, choice):
    nele = visit(newcomer)
    nele.open("/aktuelles?b_start:int=0")
    nele.account("English")
    expect(nele.page.get_by_role("navigation", name="Main navigation")).to_be_visible()

    assert nele.page.url.endswith("/aktuelles?b_start:int=0")
    _choose(nele, choice, save="Save")
    assert nele.page.locator("html").get_attribute("lang") == choice[:2].lower()


def test_a_notice_with_a_key_stays_away(visit, newcomer):
    nele = visit(newcomer)
    nele.page.evaluate(
        """() => document.getElementById("inhalt").insertAdjacentHTML("afterbegin",
            '<p class="wl-note"><button type="button" data-wl-close=".wl-note"'
            + ' data-wl-key="probe">Schließen</button></p>')"""
    )

    with nele.page.expect_response("**/@dismissals") as answer:
        nele.page.get_by_role("button", name="Schließen").click()

    assert answer.value.status == 204
    expect(nele.page.locator(".wl-note")).to_have_count(0)
