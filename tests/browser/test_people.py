"""People keep their profile, also on a phone, and find each other."""

from PIL import Image
from playwright.sync_api import expect

import pytest


PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@pytest.fixture
def photo(tmp_path):
    """A portrait as a phone takes it: lying on its side, with the place and the day in it."""
    path = tmp_path / "ich.jpg"
    image = Image.new("RGB", (1600, 1200), (200, 215, 230))
    # Upright, this is the upper half.
    image.paste((30, 80, 60), (0, 0, 800, 1200))
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x9003] = "2026:11:24 08:00:00"
    image.save(path, exif=exif)
    return path


def _tidy(admin, site, userid):
    """Give the profile back as it was; the demo city is the same for all tests."""
    kept = admin.get(f"{site.url}/people/{userid}").json()
    fields = ("phone", "topics", "about", "languages")

    def back():
        body = {name: _plain(kept[name]) for name in fields} | {"portrait": None}
        assert admin.patch(f"{site.url}/people/{userid}", json=body).status_code == 204

    return back


def _plain(value):
    if isinstance(value, list):
        return [item["token"] if isinstance(item, dict) else item for item in value]
    return value


@pytest.fixture
def georg(visit, admin, site):
    """Georg Wagner, who has a phone only."""
    back = _tidy(admin, site, "georg.wagner")
    yield visit("georg.wagner", **PHONE)
    back()


def test_georg_gives_himself_a_face_on_his_phone(georg, photo):
    page = georg.page

    georg.account("Persönliche Angaben")
    expect(page.get_by_role("heading", name="Profil bearbeiten")).to_be_visible()
    page.get_by_label("Bild auswählen oder aufnehmen").set_input_files(photo)
    part = page.get_by_role("img", name="Der Ausschnitt")
    expect(part).to_be_visible()
    page.get_by_label("Vergrößern").fill("2")
    page.get_by_label("Fragen Sie mich zu").fill("Winterdienst\nBehälterstandplätze")
    page.get_by_label("Über mich").fill("Seit 20 Jahren auf dem Wagen.")
    page.get_by_label("Türkisch").check()
    page.get_by_role("button", name="Sichern").click()

    georg.says("Das Profil ist gesichert")
    expect(page.get_by_role("heading", name="Georg Wagner", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Winterdienst")).to_be_visible()
    expect(page.get_by_text("Seit 20 Jahren auf dem Wagen.")).to_be_visible()
    face = page.locator(".wl-id img")
    assert face.evaluate("image => image.complete && image.naturalWidth") >= 96
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_square_is_moved_by_keys_and_by_finger(georg, photo):
    page = georg.page
    page.goto(f"{georg.site.url}/people/georg.wagner/edit")
    page.get_by_label("Bild auswählen oder aufnehmen").set_input_files(photo)
    part = page.get_by_role("img", name="Der Ausschnitt")
    expect(part).to_be_visible()
    box = page.locator("[data-wl-crop] [type=hidden]")

    def square():
        return [float(number) for number in box.input_value().split()]

    # As it is seen, the picture is 1200 wide and 1600 high.
    assert square() == pytest.approx([0, 0.0833, 1, 0.8333], abs=0.001)
    part.press("ArrowUp")
    assert square()[1] == pytest.approx(0.0633, abs=0.001)
    page.get_by_label("Vergrößern").fill("2")
    left, top, right, bottom = square()
    assert (right - left, bottom - top) == pytest.approx((0.5, 0.375), abs=0.001)
    middle = part.bounding_box()
    page.mouse.move(middle["x"] + 100, middle["y"] + 100)
    page.mouse.down()
    page.mouse.move(middle["x"] + 60, middle["y"] + 100, steps=4)
    page.mouse.up()
    assert square()[0] > left
    for _step in range(60):
        part.press("ArrowRight")
    assert square()[2] == 1


def test_a_mistake_is_told_at_the_field_and_at_the_top(georg):
    page = georg.page
    page.goto(f"{georg.site.url}/people/georg.wagner/edit")
    page.get_by_label("Fragen Sie mich zu").fill("x" * 81)
    page.get_by_role("button", name="Sichern").click()

    summary = page.get_by_role("region", name="Noch ist nichts gesichert")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    expect(page.get_by_label("Fragen Sie mich zu")).to_be_focused()
    assert page.get_by_label("Fragen Sie mich zu").get_attribute("aria-invalid") == "true"


def test_it_works_without_scripts(visit, admin, site, photo):
    back = _tidy(admin, site, "georg.wagner")
    georg = visit("georg.wagner", width=320, java_script_enabled=False)
    page = georg.page

    page.goto(f"{site.url}/people/georg.wagner/edit")
    page.get_by_label("Bild auswählen oder aufnehmen").set_input_files(photo)
    page.get_by_label("Über mich").fill("Ohne Skripte")
    page.get_by_role("button", name="Sichern").click()
    expect(page.locator(".wl-id img")).to_be_visible()
    page.get_by_role("link", name="Profil bearbeiten").click()
    page.get_by_label("Bild entfernen").check()
    page.get_by_role("button", name="Sichern").click()

    expect(page.locator(".wl-id img")).to_have_count(0)
    expect(page.get_by_text("Ohne Skripte")).to_be_visible()
    back()


def test_thao_finds_who_looks_after_cycle_paths(visit):
    thao = visit("thao.nguyen")
    page = thao.page

    thao.section("Personen")
    page.get_by_label("Name, Funktion, Thema oder Telefonnummer").fill(
        "wer kümmert sich um Radwege"
    )
    page.get_by_role("button", name="Suchen").or_(page.get_by_role("button", name="Suche")).click()
    page.get_by_role("link", name="Matteo Ricci", exact=True).click()

    expect(page.get_by_role("heading", name="Matteo Ricci", level=1)).to_be_visible()
    page.get_by_role("link", name="Radwege", exact=True).click()
    expect(page.get_by_role("heading", name="Matteo Ricci")).to_be_visible()
    page.get_by_role("link", name="Filter aufheben: Radwege").click()
    expect(page.get_by_role("link", name="Nächste Seite")).to_be_visible()


def test_filters_are_a_sheet_on_a_phone(visit):
    thao = visit("thao.nguyen", **PHONE)
    page = thao.page
    thao.section("Personen")
    filters = page.get_by_role("navigation", name="Filtern")

    expect(filters).to_be_hidden()
    page.get_by_role("button", name="Filtern").click()
    expect(filters).to_be_visible()
    filters.get_by_role("link", name="Mobilitätsreferat").click()

    expect(page.get_by_role("heading", name="Matteo Ricci")).to_be_visible()
    expect(page.get_by_role("heading", name="Lena Bichler")).to_have_count(0)
