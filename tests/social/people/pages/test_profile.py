"""The profile: what is shown to whom."""

from plone import api
from tests.social.people.pages.seeing import changed
from tests.social.people.pages.seeing import headings
from tests.social.people.pages.seeing import main
from tests.social.people.pages.seeing import words
from wilma.social.people.faces import tel
from wilma.social.people.pages import _linked

import pytest
import transaction


def test_it_says_who_where_and_how_to_reach(log_in, mia):
    changed(mia, phone="+49 (0)89 12-3", languages=("de", "tr"), topics=("Wärmenetze",))
    page = main(log_in("can.arslan").get("/people/mia.beer"))

    assert words(page.find(".//h1")) == "Dr. Mia Beer"
    assert "Energieberatung" in words(page)
    assert "Deutsch, Türkisch" in words(page)
    assert "tel:+4989123" in page.xpath(".//a/@href")
    assert "mailto:mia.beer@wilma.example" in page.xpath(".//a/@href")
    assert page.xpath("string(.//a[@class='wl-chip']/@href)").endswith("?topic=W%C3%A4rmenetze")
    line = page.xpath(".//ol[contains(@class, 'wl-line')]//a/@href")
    assert [url.rpartition("/organisation")[2] for url in line] == ["/rku", "/rku/energie"]


def test_the_next_head_above_is_shown_but_nobody_as_their_own(log_in, city):
    browser = log_in("hr.one")
    changed(city.people["can.arslan"], unit=city.organisation.rku.UID())

    assert "Can Arslan" in words(main(browser.get("/people/mia.beer")))
    own = main(browser.get("/people/can.arslan"))
    assert own.xpath(".//h3[contains(., 'Leitung')]") == []


def test_empty_fields_take_no_room(log_in, mia):
    changed(mia, email=None, function=None, unit=None)

    assert headings(main(log_in("can.arslan").get("/people/mia.beer"))) == ["Dr. Mia Beer"]


def test_what_people_write_is_text_and_addresses_in_it_are_links(log_in, mia):
    about = '<img src=x onerror="alert(1)">\n\nhttps://stadt.example.org/"onclick="x javascript:x()'
    changed(mia, about=about, topics=("<b>Lärm</b>",))
    page = main(log_in("can.arslan").get("/people/mia.beer"))

    assert page.xpath(".//img | .//b | .//*[@onclick or @onerror]") == []
    (link,) = page.xpath(".//div[@class='wl-about']//a")
    assert link.get("href").startswith("https://stadt.example.org/")
    assert '<img src=x onerror="alert(1)">' in words(page)
    assert "<b>Lärm</b>" in words(page)


def test_the_person_is_told_what_is_missing_until_they_close_it(log_in, mia):
    changed(mia, phone="12")
    browser = log_in("mia.beer")

    page = main(browser.get("/people/mia.beer"))
    links = page.xpath(".//section[contains(@class, 'wl-hint')]//a/@href")
    browser.rest("POST", "/@dismissals", {"key": "profile-hint"})

    assert [link.partition("#")[2] for link in links] == [
        "field-portrait",
        "field-topics",
        "field-about",
    ]
    assert "Noch kein Bild" in words(page)
    assert "Noch kein Bild" not in words(main(browser.get("/people/mia.beer")))


def test_others_are_told_nothing_of_it_and_cannot_edit(log_in):
    browser = log_in("can.arslan")
    page = main(browser.get("/people/mia.beer"))

    assert "Noch kein Bild" not in words(page)
    assert "bearbeiten" not in words(page).lower()
    assert browser.get("/people/mia.beer/edit").status_code == 403


def test_a_closed_account_is_a_note_for_editors_and_nothing_for_others(log_in, mia):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(mia, "disable")
    transaction.commit()

    assert "Das Konto ist geschlossen" in words(main(log_in("hr.one").get("/people/mia.beer")))
    hidden = log_in("can.arslan").get("/people/mia.beer")
    missing = log_in("can.arslan").get("/people/nie.da")
    assert hidden.status_code == missing.status_code == 404
    assert "Beer" not in hidden.text


def test_nobody_but_editors_gets_the_toolbar(log_in):
    assert "edit-zone" not in log_in("mia.beer").get("/people/mia.beer").text
    assert "edit-zone" not in log_in("mia.beer").get("/people/mia.beer/edit").text
    assert "edit-zone" in log_in("hr.one").get("/people/mia.beer").text


@pytest.mark.parametrize(
    ("phone", "address"),
    [
        ("+49 (0)89 / 233-0", "tel:+49892330"),
        ("12345", "tel:12345"),
        ("auf Anfrage", None),
        ("+", None),
        (None, None),
    ],
)
def test_a_telephone_dials_digits(phone, address):
    assert tel(phone) == address


def test_addresses_are_links_and_are_not_looked_for_in_endless_words():
    told = _linked(f"Siehe https://example.org/x <b>\n{'<' * 201} {'a.' * 101}@b.org")

    assert 'href="https://example.org/x"' in told
    assert "<b>" not in told
    assert "&lt;" * 201 in told
    assert f"{'a.' * 101}@b.org" in told
    assert "b.org</a>" not in told
