"""A browser gets its language; a person's choice stays."""

from playwright.sync_api import expect


def test_a_german_browser_gets_german(visit):
    jonas = visit()

    expect(jonas.page.get_by_role("heading", level=1)).to_have_text("Bei WiLMA anmelden")
    assert jonas.page.locator("html").get_attribute("lang") == "de"


def test_an_english_browser_gets_english_at_the_door_and_inside(visit):
    jonas = visit(locale="en-GB")
    expect(jonas.page.get_by_role("heading", level=1)).to_have_text("Log in to WiLMA")
    assert jonas.page.locator("html").get_attribute("lang") == "en"

    jonas.page.get_by_label("Login name").or_(jonas.page.get_by_label("User name")).first.fill(
        "jonas.weber"
    )
    jonas.page.get_by_label("Password").fill("Servus-WiLMA-2026")
    jonas.page.get_by_role("button", name="Log in").click()

    expect(jonas.page.get_by_role("navigation", name="Main navigation")).to_contain_text("Home")
    expect(jonas.page.get_by_role("contentinfo")).to_be_visible()
    expect(jonas.page.locator("#wl-q")).to_have_attribute(
        "placeholder", "Search people, rooms and content"
    )


def test_the_choice_at_the_door_stays(visit):
    jonas = visit()

    jonas.page.get_by_role("link", name="English").click()
    expect(jonas.page.get_by_role("heading", level=1)).to_have_text("Log in to WiLMA")
    jonas.open()

    expect(jonas.page.get_by_role("heading", level=1)).to_have_text("Log in to WiLMA")


def test_the_choice_in_the_account_menu_stays(visit, newcomer):
    nele = visit(newcomer)

    nele.account("English")
    navigation = nele.page.get_by_role("navigation", name="Main navigation")
    expect(navigation).to_contain_text("Home")
    nele.open("/wissen")
    expect(navigation).to_contain_text("Home")
    nele.page.get_by_role("button", name="My account").click()
    nele.page.locator("#menu-ich").get_by_text("Deutsch").click()

    expect(nele.page.get_by_role("navigation", name="Hauptnavigation")).to_contain_text("Start")
