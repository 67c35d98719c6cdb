"""The form in which people keep their profile, and editors of people data all of it."""

from plone import api
from tests.social.people.pages.seeing import main
from tests.social.people.pages.seeing import OWN
from tests.social.people.pages.seeing import picture
from tests.social.people.pages.seeing import save
from tests.social.people.pages.seeing import words

import pytest
import transaction


def test_the_person_saves_their_own_part(log_in, mia):
    answer = save(
        log_in("mia.beer"),
        phone=" 089  12-3 ",
        topics="Wärmenetze\r\n\r\n  Förderung \r\n",
        about="Hallo",
        **{"languages:list": ["de", "tr"]},
    )

    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/people/mia.beer")
    assert (mia.phone, mia.about) == ("089 12-3", "Hallo")
    assert mia.topics == ("Wärmenetze", "Förderung")
    assert mia.languages == ("de", "tr")


def test_what_the_administration_says_is_only_read(log_in, mia):
    browser = log_in("mia.beer")
    page = main(browser.get("/people/mia.beer/edit"))

    save(browser, function="Chefin", family_name="König", email="x@wilma.example", unit="")

    assert page.xpath(".//*[contains(@name, 'function') or contains(@name, 'email')]") == []
    assert "Klimareferat › Energiesparen" in words(page)
    assert (mia.function, mia.family_name) == ("Energieberatung", "Beer")
    assert mia.email == "mia.beer@wilma.example"
    assert mia.unit


def test_an_editor_of_people_data_saves_all_of_it(log_in, city, mia):
    said = {"family_name": "König", "given_name": "Mia", "academic_title": "", "function": "Chefin"}
    answer = save(
        log_in("hr.one"), email="mk@wilma.example", unit=city.organisation.rku.UID(), **said
    )

    assert answer.status_code == 303
    assert mia.title == "Mia König"
    assert mia.unit == city.organisation.rku.UID()
    assert api.user.get(userid="mia.beer").getProperty("email") == "mk@wilma.example"


def test_a_mistake_stands_at_its_field_and_nothing_is_saved(log_in, mia):
    answer = save(log_in("mia.beer"), phone="1" * 51, about="Neu")
    page = main(answer)

    field = page.xpath(".//input[@name='form.widgets.phone']")[0]
    error = page.get_element_by_id(f"{field.get('id')}-error")
    summary = page.get_element_by_id("fehler")
    assert field.get("aria-invalid") == "true"
    assert error.get("id") in field.get("aria-describedby").split()
    assert summary.xpath(".//a/@href") == [f"#{field.get('id')}"]
    assert summary.get("autofocus") is not None
    assert "<title>Fehler" in answer.text
    assert page.xpath("string(.//textarea[@name='form.widgets.about'])") == "Neu"
    assert mia.about is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"phone": "1" * 51}, "höchstens 50 Zeichen"),
        ({"topics": "gut\n" + "x" * 81}, "höchstens 80 Zeichen"),
        ({"topics": "\n".join(map(str, range(31)))}, "höchstens 30 Zeilen"),
        ({"topics": "Rad\u202ewege"}, "Steuerzeichen"),
        ({"about": "x" * 5001}, "höchstens 5000 Zeichen"),
    ],
)
def test_what_does_not_fit_is_said_so_that_it_helps(log_in, mia, fields, said):
    page = main(save(log_in("mia.beer"), **fields))

    (error,) = page.get_element_by_id("fehler").iter("li")
    assert said in words(error)
    assert (mia.phone, mia.topics, mia.about) == (None, (), None)


def test_an_address_of_somebody_else_is_refused_at_its_field(log_in, mia):
    said = {"family_name": "König", "given_name": "Mia", "academic_title": "", "function": ""}
    answer = save(log_in("hr.one"), email="can.arslan@wilma.example", unit=mia.unit, **said)

    page = main(answer)
    assert page.xpath(".//input[@name='form.widgets.email']/@aria-invalid") == ["true"]
    assert "gehört schon" in words(page.get_element_by_id("fehler"))
    assert (mia.family_name, mia.email) == ("Beer", "mia.beer@wilma.example")


def test_without_a_token_nothing_is_saved(log_in, mia):
    browser = log_in("mia.beer")
    form = {f"form.widgets.{name}": "123" for name in OWN} | {"form.buttons.save": "1"}

    assert browser.post("/people/mia.beer/edit", data=form).status_code == 403
    transaction.begin()
    assert mia.phone is None


def test_nobody_saves_the_profile_of_somebody_else(log_in, mia):
    assert save(log_in("can.arslan")).status_code == 403
    assert mia.phone is None


def test_a_picture_stays_until_it_is_removed(log_in, mia):
    browser = log_in("mia.beer")
    before = main(browser.get("/people/mia.beer")).xpath(".//img")

    save(browser, files=picture())
    save(browser, phone="1")
    kept = mia.portrait
    after = main(browser.get("/people/mia.beer")).xpath(".//img/@src")
    save(browser, **{"portrait.remove": "1"})

    assert before == []
    assert kept is not None
    face = browser.session.get(after[0])
    assert face.headers["Content-Type"] == "image/jpeg"
    assert face.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert mia.portrait is None
    assert main(browser.get("/people/mia.beer")).xpath(".//img") == []


@pytest.mark.parametrize(
    ("crop", "side"), [("0.25 0.1 0.75 0.4333", 200), ("", 400), ("nan 0 1", 400), ("1 1 0 0", 400)]
)
def test_the_chosen_square_is_what_is_kept(log_in, mia, crop, side):
    save(log_in("mia.beer"), files=picture((400, 600)), **{"portrait.crop": crop})

    assert mia.portrait.getImageSize() == (side, side)


def test_what_is_no_picture_is_refused_at_its_field(log_in, mia):
    files = {"form.widgets.portrait": ("ich.jpg", b"<script>alert(1)</script>", "image/jpeg")}
    page = main(save(log_in("mia.beer"), files=files))

    assert page.xpath(".//input[@type='file']/@aria-invalid") == ["true"]
    assert mia.portrait is None


def test_an_address_alone_saves_nothing(log_in, city, mia):
    browser = log_in("mia.beer")

    answer = browser.get("/people/mia.beer/edit?form.buttons.save=x&form.widgets.phone=7")

    transaction.begin()
    assert answer.status_code == 200
    assert city.people["mia.beer"].phone != "7"
