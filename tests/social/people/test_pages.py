"""Profile, its form, the directory page, and the ways that lead to them."""

from lxml import html
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobImage
from tests.policy.browsers import Browser
from tests.policy.conftest import make_user
from wilma.social.people.faces import tel
from wilma.social.people.pages import _linked
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import io
import pytest
import transaction


OWN = {"phone": "089 12-3", "mobile": "", "office": "", "topics": "", "about": ""}


@pytest.fixture
def city(functional_portal):
    """Mia in a section of a department that Can heads; `hr.one` keeps people data."""
    portal = functional_portal
    for userid in ("mia.beer", "can.arslan", "hr.one"):
        make_user(userid)
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        rku = api.content.create(
            portal.organisation, "OrgUnit", "rku", title="Klimareferat", head="can.arslan"
        )
        energie = api.content.create(rku, "OrgUnit", "energie", title="Energiesparen")
        change(portal.people["can.arslan"], given_name="Can", family_name="Arslan")
        change(
            portal.people["mia.beer"],
            academic_title="Dr.",
            given_name="Mia",
            family_name="Beer",
            unit=energie.UID(),
            function="Energieberatung",
        )
    transaction.commit()
    return portal


@pytest.fixture
def log_in(city):
    """Give a function userid -> browser of the logged-in person."""

    def log_in(userid):
        browser = Browser(city.absolute_url())
        assert browser.login(userid).status_code == 302
        return browser

    return log_in


@pytest.fixture
def mia(city):
    """The profile of mia.beer."""
    return city.people["mia.beer"]


def change(person, **fields):
    """Change a profile as a form does."""
    for name, value in fields.items():
        setattr(person, name, value)
    notify(ObjectModifiedEvent(person))


def changed(person, **fields):
    """Change a profile, for the next request."""
    with api.env.adopt_roles(["Manager"]):
        change(person, **fields)
    transaction.commit()


def main(answer):
    """The content of a page."""
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text).find(".//main")


def words(element):
    """The text as it is read."""
    return " ".join(element.text_content().split())


def headings(page):
    return [words(heading) for heading in page.iter("h1", "h2")]


def save(browser, userid="mia.beer", files=None, **fields):
    """Send the form of a profile."""
    form = {f"form.widgets.{name}": value for name, value in {**OWN, **fields}.items()}
    form |= {"form.buttons.save": "1", "_authenticator": browser.token()}
    answer = browser.post(f"/people/{userid}/edit", data=form, files=files)
    transaction.begin()
    return answer


def picture(size=(400, 600)):
    """A JPEG, as the field of a form."""
    body = io.BytesIO()
    Image.new("RGB", size, "navy").save(body, "JPEG")
    return {"form.widgets.portrait": ("ich.jpg", body.getvalue(), "image/jpeg")}


# The profile


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


# The form


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


# The directory


def names(page):
    return [words(link) for link in page.xpath(".//li[contains(@class, 'wl-person')]//h3/a")]


def test_everybody_by_family_name(log_in):
    page = main(log_in("mia.beer").get("/people"))

    assert names(page)[:2] == ["Can Arslan", "Dr. Mia Beer"]


def test_a_question_finds_who_knows(log_in, mia):
    changed(mia, topics=("Radwege",))
    browser = log_in("can.arslan")

    found = main(browser.get("/people", params={"q": "wer kümmert sich um Radwege"}))
    by_topic = main(browser.get("/people", params={"topic": "Radwege"}))

    assert names(found) == ["Dr. Mia Beer"]
    assert names(by_topic) == ["Dr. Mia Beer"]


def test_a_unit_narrows_it_with_those_below_and_can_be_taken_back(log_in, city):
    browser = log_in("can.arslan")
    unit = city.organisation.rku.UID()
    page = main(browser.get("/people", params={"unit": unit}))

    assert names(page) == ["Dr. Mia Beer"]
    assert words(page.xpath(".//nav[@id='wl-filters']//*[@aria-current]")[0]) == "Klimareferat"
    assert page.xpath(".//a[contains(@class, 'wl-chip')]/@href") == [
        f"{city.absolute_url()}/people"
    ]


def test_nothing_found_leads_on(log_in, city):
    page = main(log_in("mia.beer").get("/people", params={"q": "qqqqqq", "topic": "Radwege"}))
    links = page.xpath(".//div[@class='wl-empty']//a/@href")

    assert links == [f"{city.absolute_url()}/people?q=qqqqqq", f"{city.absolute_url()}/people"]


@pytest.mark.parametrize(
    "query", ["q:list=a&q:list=b", "unit=nie&topic=", "b_start=-5", "b_start=x", "b_start=9999999"]
)
def test_bad_input_shows_everybody(log_in, query):
    assert len(names(main(log_in("mia.beer").get(f"/people?{query}")))) >= 3


def test_it_is_read_a_page_at_a_time(log_in, city):
    with api.env.adopt_roles(["Manager"]):
        for number in range(25):
            api.content.create(city.people, "Person", f"p{number:02}", family_name=f"P{number:02}")
    transaction.commit()
    browser = log_in("mia.beer")

    first = main(browser.get("/people", params={"q": ""}))
    second = main(browser.session.get(first.xpath("string(.//a[@rel='next']/@href)")))

    assert len(names(first)) == 24
    assert not set(names(first)) & set(names(second))
    assert second.xpath("string(.//a[@rel='prev']/@href)") == f"{city.absolute_url()}/people"


# Ways of Plone


def test_bylines_lead_to_the_profile(log_in, city):
    browser = log_in("can.arslan")

    answer = browser.get("/@@author/mia.beer")

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{city.absolute_url()}/people/mia.beer"
    assert browser.get("/@@author/nie.da").status_code == 404
    assert browser.get("/author/mia.beer/more").status_code == 404


def test_the_author_page_tells_nothing_of_a_closed_account(log_in, mia):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(mia, "disable")
    transaction.commit()

    assert log_in("can.arslan").get("/@@author/mia.beer").status_code == 404


def test_plones_form_of_personal_details_is_no_second_way(log_in, mia):
    browser = log_in("mia.beer")
    form = {
        "form.widgets.fullname": "Königin Mia",
        "form.widgets.email": "koenigin@wilma.example",
        "form.buttons.save": "Save",
        "_authenticator": browser.token(),
    }

    answer = browser.post("/@@personal-information", data=form)

    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("/people/mia.beer/edit")
    transaction.begin()
    assert mia.title == "Dr. Mia Beer"
    assert api.user.get(userid="mia.beer").getProperty("email") == "mia.beer@wilma.example"


def test_the_account_menu_leads_to_profile_and_form(log_in, city):
    page = html.fromstring(log_in("mia.beer").get("/aktuelles").text)
    links = page.xpath(".//*[@id='menu-ich']//a/@href")

    assert f"{city.absolute_url()}/people/mia.beer" in links
    assert f"{city.absolute_url()}/people/mia.beer/edit" in links
    assert not any("personal-information" in link for link in links)


def test_an_account_without_a_profile_has_no_link_to_one(city):
    page = html.fromstring(Browser(city.absolute_url()).get("/login").text)
    with api.env.adopt_user(SITE_OWNER_NAME):
        shell = api.content.get_view("wilma-shell", city, city.REQUEST)

        assert shell.person.url is None
    assert page.xpath(".//*[@id='menu-ich']") == []


def test_the_account_menu_shows_the_portrait_once_there_is_one(log_in, city, mia):
    browser = log_in("mia.beer")
    own = ".//button[@popovertarget='menu-ich']//img/@src"
    assert html.fromstring(browser.get("/aktuelles").text).xpath(own) == []

    file = io.BytesIO()
    Image.new("RGB", (200, 200), "navy").save(file, "PNG")
    portrait = NamedBlobImage(file.getvalue(), filename="ich.png")
    with api.env.adopt_roles(["Manager"]):
        change(mia, portrait=portrait)
    transaction.commit()

    (address,) = html.fromstring(browser.get("/aktuelles").text).xpath(own)
    picture = browser.get(address.removeprefix(city.absolute_url()))
    assert picture.headers["Content-Type"].startswith("image/")


@pytest.mark.parametrize("path", ["/people", "/organisation"])
def test_searching_puts_no_token_into_addresses(log_in, path):
    page = html.fromstring(log_in("mia.beer").get(path).text)
    (form,) = page.xpath(".//main//form[@role='search']")

    sent = [field.name for field in form.inputs if not field.get("disabled") and field.name]

    assert sent == ["q"]


def test_an_address_alone_saves_nothing(log_in, city, mia):
    browser = log_in("mia.beer")

    answer = browser.get("/people/mia.beer/edit?form.buttons.save=x&form.widgets.phone=7")

    transaction.begin()
    assert answer.status_code == 200
    assert city.people["mia.beer"].phone != "7"


def test_addresses_are_links_and_are_not_looked_for_in_endless_words():
    told = _linked(f"Siehe https://example.org/x <b>\n{'<' * 201} {'a.' * 101}@b.org")

    assert 'href="https://example.org/x"' in told
    assert "<b>" not in told
    assert "&lt;" * 201 in told
    assert f"{'a.' * 101}@b.org" in told
    assert "b.org</a>" not in told
