"""The tree of the organisation by keyboard alone, and from a unit to its people."""

from playwright.sync_api import expect


def _focused(page):
    """What a screen reader would say of where the keyboard is."""
    return page.evaluate(
        "() => (document.activeElement.ariaLabel || document.activeElement.textContent)"
        ".replace(/\\s+/g, ' ').trim()"
    )


def _tab_to(page, words, most=60):
    for _step in range(most):
        page.keyboard.press("Tab")
        if words in _focused(page):
            return
    raise AssertionError(f"Tab does not reach {words!r}")


def test_the_tree_is_walked_by_keyboard(visit):
    thao = visit("thao.nguyen")
    page = thao.page
    navigation = page.get_by_role("navigation", name="Hauptnavigation")
    navigation.get_by_role("link", name="Organisation").click()
    opened = page.locator("details").filter(has_text="Untereinheiten von Kommunalreferat").first
    deeper = page.get_by_role("link", name="Betriebshof Ost", exact=True)

    expect(deeper).to_be_hidden()
    _tab_to(page, "Untereinheiten von Kommunalreferat")
    assert opened.get_attribute("open") is not None
    _tab_to(page, "Untereinheiten von Abfallwirtschaftsbetrieb")
    page.keyboard.press("Enter")
    expect(deeper).to_be_visible()
    _tab_to(page, "Betriebshof Ost")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Betriebshof Ost", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Georg Wagner").first).to_be_visible()


def test_the_focus_is_never_under_the_bars(visit):
    thao = visit("thao.nguyen", width=390, height=844)
    page = thao.page
    thao.open("/organisation")

    for _step in range(40):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const inside = document.activeElement.closest(".wl-main");
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return Boolean(inside && at && at.closest(".wl-top, .wl-rail"));
            }"""
        )
        assert not covered, _focused(page)


def test_from_the_search_to_a_unit_and_its_people(visit):
    thao = visit("thao.nguyen", width=320, height=700)
    page = thao.page
    thao.open("/organisation")

    page.get_by_label("Name oder Kürzel einer Einheit").fill("fußverkehr")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Rad- und Fußverkehr", exact=True).click()

    expect(page.get_by_role("heading", name="Rad- und Fußverkehr", level=1)).to_be_visible()
    page.get_by_role("link", name="Matteo Ricci", exact=True).first.click()
    expect(page.get_by_role("heading", name="Matteo Ricci", level=1)).to_be_visible()
    way = page.get_by_role("region", name="Organisation").get_by_role("list").first
    way.get_by_role("link", name="Mobilitätsreferat").click()
    expect(page.get_by_role("heading", name="Mobilitätsreferat", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
