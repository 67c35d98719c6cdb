"""Wrong passwords: how long one waits, who else has to, and that no door leads past it."""

from concurrent.futures import ThreadPoolExecutor
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.policy.browsers import JSON
from tests.policy.conftest import PASSWORD
from wilma.policy.identity import attempts
from wilma.policy.identity import throttle
from wilma.policy.identity.buckets import Bucket

import base64
import binascii
import pytest
import time


WRONG = "ganz-bestimmt-falsch"


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (500, 900)],
)
def test_the_wait_grows_to_a_quarter_of_an_hour(failures, seconds):
    assert throttle.account_wait((failures, 1000), 1000) == seconds


def test_the_wait_ends():
    assert throttle.account_wait((5, 1000), 1031) == 0


def test_an_hour_later_counting_begins_anew():
    assert throttle.count((9, 1000), 1000 + 3601) == (1, 4601)


def test_a_bucket_leaks():
    bucket, record = Bucket(size=3, leak=0.5), None
    for _try in range(3):
        record = bucket.filled(record, 1000)

    assert bucket.wait(record, 1000) == 2
    assert bucket.wait(record, 1002) == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
    ],
)
def test_ipv6_counts_by_network(address, network):
    class Request:
        def getClientAddr(self):
            return address

    assert throttle.client_network(Request()) == network


def _form(browser, password, path="/login"):
    fields = {"__ac_name": "jonas.weber", "__ac_password": password, "buttons.login": "x"}
    return browser.post(path, data=fields)


def _json(browser, password, path="/@login"):
    return browser.post(path, json={"login": "jonas.weber", "password": password}, headers=JSON)


DOORS = {
    "login form": _form,
    "form at any address": lambda browser, password: _form(browser, password, "/aktuelles"),
    "form at no address": lambda browser, password: _form(browser, password, "/nie/dagewesen"),
    "@login": _json,
    "json at any address": lambda browser, password: _json(browser, password, "/aktuelles"),
    "@login below": lambda browser, password: _json(browser, password, "/aktuelles/@login"),
    "basic": lambda browser, password: browser.get("/", auth=("jonas.weber", password)),
    "basic rest": lambda browser, password: browser.get(
        "/wissen", auth=("jonas.weber", password), headers=JSON
    ),
    "cookie with a password": lambda browser, password: browser.get(
        "/wissen",
        cookies={
            "__ac": base64.b64encode(
                b":".join(binascii.hexlify(word.encode()) for word in ("jonas.weber", password))
            ).decode()
        },
    ),
    "address": lambda browser, password: browser.get(
        f"/aktuelles?__ac_name=jonas.weber&__ac_password={password}"
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_after_five_wrong_ones_not_even_the_right_one_is_checked(browser, door):
    for _try in range(5):
        assert DOORS[door](browser(), WRONG).status_code != 429

    answer = DOORS[door](browser(), PASSWORD)

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 30


@pytest.mark.parametrize("door", DOORS)
def test_all_doors_count_together(browser, door):
    for attempt in ("login form", "@login", "basic", "address", "json at any address"):
        DOORS[attempt](browser(), WRONG)

    assert DOORS[door](browser(), PASSWORD).status_code == 429


def test_the_form_says_so_in_german(browser):
    for _try in range(5):
        browser().login("jonas.weber", WRONG)

    page = browser().login("jonas.weber", headers={"Accept": "text/html"})

    assert "Zu viele Versuche" in page.text


@pytest.mark.parametrize("name", ["jonas.weber", "niemand.da", SITE_OWNER_NAME])
def test_accounts_that_do_not_exist_answer_alike(browser, name):
    answers = [browser().login(name, WRONG) for _try in range(6)]
    rest = browser().post("/@login", json={"login": name, "password": WRONG}, headers=JSON)

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert rest.json()["type"] == "TooManyRequests"


def test_a_known_browser_is_not_shut_out_by_neighbours(browser):
    mine = browser()
    mine.login("jonas.weber")
    mine.get("/logout")
    for _try in range(7):
        browser().login("jonas.weber", WRONG)

    assert mine.login("jonas.weber").status_code == 302
    assert browser().login("jonas.weber").status_code == 429


def test_a_known_browser_is_throttled_by_itself(browser):
    mine = browser()
    mine.login("jonas.weber")
    for _try in range(5):
        mine.login("jonas.weber", WRONG)

    assert mine.login("jonas.weber").status_code == 429
    assert browser().login("jonas.weber").status_code == 302


def test_the_device_cookie_of_one_account_is_none_for_another(browser):
    thief = browser()
    thief.login("thao.nguyen")
    for _try in range(5):
        thief.login("jonas.weber", WRONG)

    assert browser().login("jonas.weber").status_code == 429
    assert "jonas" not in thief.session.cookies["wilma_device"]


def test_a_link_on_a_foreign_page_cannot_use_up_my_tries(browser):
    mine = browser()
    mine.login("jonas.weber")
    for _try in range(7):
        DOORS["address"](mine, WRONG)

    assert mine.login("jonas.weber").status_code == 302


def test_a_form_on_a_foreign_page_cannot_use_up_my_tries(browser):
    mine = browser()
    mine.login("jonas.weber")
    for _try in range(7):
        answer = mine.login("jonas.weber", WRONG, headers={"Origin": "http://127.0.0.1:9"})
        assert answer.status_code == 403

    assert mine.login("jonas.weber").status_code == 302


def test_a_password_in_an_address_never_logs_in(browser):
    answer = DOORS["address"](browser(), PASSWORD)

    assert answer.status_code == 302
    assert PASSWORD not in answer.headers["Location"]


def test_success_forgets_the_failures(browser):
    for _round in range(3):
        for _try in range(4):
            browser().login("jonas.weber", WRONG)
        assert browser().login("jonas.weber").status_code == 302


def test_the_operator_is_throttled_and_let_in_from_a_known_browser(browser):
    mine = browser()
    mine.login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    for _try in range(5):
        browser().get("/", auth=(SITE_OWNER_NAME, WRONG), headers=JSON)

    assert browser().login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).status_code == 429
    assert mine.login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).status_code == 302


def test_spraying_from_one_address_is_slowed(browser, monkeypatch):
    monkeypatch.setattr(throttle, "ADDRESS", Bucket(size=4, leak=0.01))
    for number in range(4):
        browser().login(f"person{number}", WRONG)

    assert browser().login("jonas.weber").status_code == 429


def test_what_many_write_at_once_is_all_counted(city):
    jar, key, now = city._p_jar, attempts.key_of("test"), time.time()

    def one(_number):
        attempts.change(jar, {key: lambda record: throttle.count(record, now)})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(20)))

    jar.sync()
    assert attempts.read(jar, key) == (20, now)


def test_old_records_go_in_passing(city):
    jar, old = city._p_jar, attempts.key_of("old")
    same_shard = "0" * 36 + old[-4:]
    attempts.change(jar, {old: lambda record: (9, time.time() - attempts.KEPT - 1)})

    # A sweep begins anywhere and walks to the end; one in sixteen begins before any given key.
    for _try in range(200):
        attempts.change(jar, {same_shard: lambda record: None})

    jar.sync()
    assert attempts.read(jar, old) is None


def test_nothing_is_written_by_logging_in_rightly(browser, city):
    before = city._p_jar.db().lastTransaction()

    browser().get("/", auth=("jonas.weber", PASSWORD), headers=JSON)

    assert city._p_jar.db().lastTransaction() == before
