"""The ways of Plone that lead to profiles."""

from lxml import html
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobImage
from tests.policy.browsers import Browser
from tests.social.people.pages.seeing import change

import io
import transaction


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
