"""Who looks after the outbox, what they are told, and that nobody else gets in."""

from html import unescape
from tests.policy.browsers import Browser
from tests.policy.browsers import TOKEN
from tests.policy.conftest import make_user
from wilma.social.mail.interfaces import IMails
from wilma.social.outbox import store
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.queue import Queue

import pytest
import transaction


PANEL = "/@@outbox-controlpanel"


@pytest.fixture
def city(functional_portal):
    """A site with a dead letter about somebody, `city.letter`, and one that waits."""
    make_user("jonas.weber")
    make_user("site.admin", ("Site Administrator",))
    city = functional_portal
    letter = IMails(city).send("jonas.weber", "trial", {"room": "Quittenbaum"})
    queue = Queue(store.read(city), store.QUICK)
    queue.take_over()
    queue.refuse(letter, "The mail server refused the mail or its receiver (550)")
    IMails(city).send("site.admin", "trial", {})
    transaction.commit()
    city.letter = letter
    return city


@pytest.fixture
def person(city):
    """A factory of browsers of people who are logged in; None for a stranger."""

    def person(name):
        browser = Browser(city.absolute_url())
        if name:
            browser.login(name)
        return browser

    return person


@pytest.fixture
def counts(city):
    """What the outbox holds now."""

    def counts():
        transaction.begin()
        return IOutbox(city).counts().get("mail")

    return counts


UNCHANGED = {"waiting": 1, "retrying": 0, "dead": 1}


def test_the_panel_tells_numbers_and_reasons_and_nothing_else(person):
    page = person("site.admin").get(PANEL)

    assert page.status_code == 200
    said = unescape(page.text)
    assert "Der Mailserver hat die E-Mail oder ihren Empfänger abgelehnt (550)" in said
    assert "Quittenbaum" not in page.text
    assert "jonas" not in page.text
    assert "wilma.example" not in page.text


def test_it_stands_in_the_list_of_panels(person):
    page = person("site.admin").get("/@@overview-controlpanel")

    assert "/@@outbox-controlpanel" in page.text
    assert "Postausgang" in page.text


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ("retry", {"waiting": 2, "retrying": 0, "dead": 0}),
        ("retry-all", {"waiting": 2, "retrying": 0, "dead": 0}),
        ("drop", {"waiting": 1, "retrying": 0, "dead": 0}),
        ("drop-all", {"waiting": 1, "retrying": 0, "dead": 0}),
        ("trial", {"waiting": 2, "retrying": 0, "dead": 1}),
    ],
)
def test_the_buttons(person, counts, city, button, left):
    admin = person("site.admin")
    fields = {"_authenticator": TOKEN.search(admin.get(PANEL).text)[1], button: city.letter}

    answer = admin.post(PANEL, data=fields)

    assert answer.status_code == 303
    assert counts() == left


def test_a_button_of_an_old_page_says_that_it_is_gone(person, counts):
    admin = person("site.admin")
    for value in ("1", "x", "", "9" * 30):
        fields = {"_authenticator": TOKEN.search(admin.get(PANEL).text)[1], "retry": value}

        answer = admin.post(PANEL, data=fields, allow_redirects=True)

        assert answer.status_code == 200
        assert "Dieser Eintrag ist nicht mehr da." in answer.text
    assert counts() == UNCHANGED


@pytest.mark.parametrize("button", ["retry", "retry-all", "drop", "drop-all", "trial"])
def test_no_button_without_token(person, counts, city, button):
    admin = person("site.admin")

    answers = [
        admin.post(PANEL, data={button: city.letter}),
        admin.get(PANEL, params={button: city.letter}),
    ]

    assert [answer.status_code for answer in answers] == [403, 200]
    assert counts() == UNCHANGED


@pytest.mark.parametrize("button", ["retry", "drop-all", "trial"])
def test_no_button_for_employees(person, counts, city, button):
    jonas = person("jonas.weber")
    fields = {"_authenticator": jonas.token(), button: city.letter}

    answers = [jonas.get(PANEL), jonas.post(PANEL, data=fields)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not any("Mailserver" in answer.text for answer in answers)
    assert counts() == UNCHANGED


def test_nothing_for_strangers(person, counts, city):
    stranger = person(None)

    answers = [stranger.get(PANEL), stranger.post(PANEL, data={"retry": city.letter})]

    assert {answer.status_code for answer in answers} <= {302, 403}
    assert counts() == UNCHANGED


WAYS = [
    ("GET", "/@outbox"),
    ("POST", "/@outbox/LETTER/retry"),
    ("POST", "/@outbox/trial"),
    ("DELETE", "/@outbox/LETTER"),
]


@pytest.mark.parametrize(("method", "path"), WAYS)
@pytest.mark.parametrize(("name", "status"), [("jonas.weber", 403), (None, 401)])
def test_rest_is_for_those_who_look_after_it(person, counts, city, method, path, name, status):
    answer = person(name).rest(method, path.replace("LETTER", str(city.letter)))

    assert answer.status_code == status
    assert counts() == UNCHANGED


@pytest.mark.parametrize(("method", "path"), WAYS[1:])
def test_rest_refuses_foreign_pages(person, counts, city, method, path):
    path = path.replace("LETTER", str(city.letter))

    answer = person("site.admin").rest(method, path, Origin="https://evil.example")

    assert answer.status_code == 403
    assert counts() == UNCHANGED


def test_rest_tells_what_the_panel_tells(person, city):
    answer = person("site.admin").rest("GET", "/@outbox")

    told = answer.json()
    [item] = told["items"]
    assert told["kinds"] == {"mail": UNCHANGED}
    assert told["items_total"] == 1
    assert (item["id"], item["kind"], item["tries"]) == (str(city.letter), "mail", 1)
    assert item["reason"].endswith("abgelehnt (550)")
    assert "jonas" not in answer.text
    assert "Quittenbaum" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status", "left"),
    [
        ("POST", "/@outbox/LETTER/retry", 204, {"waiting": 2, "retrying": 0, "dead": 0}),
        ("DELETE", "/@outbox/LETTER", 204, {"waiting": 1, "retrying": 0, "dead": 0}),
        ("POST", "/@outbox/trial", 202, {"waiting": 2, "retrying": 0, "dead": 1}),
        ("POST", "/@outbox/1/retry", 404, UNCHANGED),
        ("POST", "/@outbox/x/retry", 404, UNCHANGED),
        ("POST", "/@outbox/LETTER", 404, UNCHANGED),
        ("POST", "/@outbox", 404, UNCHANGED),
        ("DELETE", "/@outbox/1", 404, UNCHANGED),
        ("DELETE", "/@outbox", 404, UNCHANGED),
        ("DELETE", "/@outbox/99999999999999999999999", 404, UNCHANGED),
        ("GET", "/@outbox/LETTER", 404, UNCHANGED),
    ],
)
def test_rest_acts(person, counts, city, method, path, status, left):
    answer = person("site.admin").rest(method, path.replace("LETTER", str(city.letter)))

    assert answer.status_code == status
    assert counts() == left


def test_looking_writes_nothing(person, city):
    admin = person("site.admin")
    admin.get(PANEL)
    before = city._p_jar.db().lastTransaction()

    admin.get(PANEL)
    admin.rest("GET", "/@outbox")

    assert city._p_jar.db().lastTransaction() == before
