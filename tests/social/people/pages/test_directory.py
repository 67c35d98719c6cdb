"""The directory page."""

from lxml import html
from plone import api
from tests.social.people.pages.seeing import changed
from tests.social.people.pages.seeing import main
from tests.social.people.pages.seeing import names
from tests.social.people.pages.seeing import words

import pytest
import transaction


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


@pytest.mark.parametrize("path", ["/people", "/organisation"])
def test_searching_puts_no_token_into_addresses(log_in, path):
    page = html.fromstring(log_in("mia.beer").get(path).text)
    (form,) = page.xpath(".//main//form[@role='search']")

    sent = [field.name for field in form.inputs if not field.get("disabled") and field.name]

    assert sent == ["q"]
