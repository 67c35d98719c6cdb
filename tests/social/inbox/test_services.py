"""REST: what is addressed to me, and nobody else."""

from tests.policy.browsers import Browser
from tests.policy.browsers import JSON
from tests.policy.conftest import make_user
from tests.social.inbox.conftest import hide
from wilma.social.inbox.interfaces import INotifications

import pytest
import re
import requests
import transaction


TITLE = "Quittenernte"
BELL = re.compile(r'class="wl-tool"[^>]*aria-label="(Mitteilungen[^"]*)"')


def _items(browser, query=""):
    answer = browser.rest("GET", f"/@notifications{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def _pulse(browser):
    return browser.rest("GET", "/@pulse").json()["notifications"]


def test_a_notification_says_who_did_what(city, tell, log_in):
    tell("jonas", actor="amira", comment="Schön geschrieben")

    [item] = _items(log_in("jonas"))

    assert item.pop("id").isdecimal()
    assert item.pop("created").endswith("+00:00")
    assert item == {
        "kind": "content",
        "actor": "amira",
        "others": 0,
        "target": f"{city.absolute_url()}/wissen/seite",
        "read": False,
        "text": "amira hat „Quittenernte“ veröffentlicht.",
        "comment": "Schön geschrieben",
    }


def test_nobody_sees_the_inbox_of_another(tell, log_in):
    tell("jonas", actor="amira")
    amira = log_in("amira")

    assert _items(amira) == []
    assert _pulse(amira) == 0
    assert TITLE not in amira.get("/mitteilungen").text


@pytest.mark.parametrize("service", ["@notifications", "@pulse"])
def test_strangers_must_log_in(city, tell, service):
    tell("jonas")

    answer = requests.get(f"{city.absolute_url()}/{service}", headers=JSON, timeout=30)

    assert (answer.status_code, answer.json()["type"]) == (401, "Unauthorized")


def test_what_is_hidden_is_neither_told_nor_counted(city, tell, log_in):
    tell("jonas", actor="amira", comment="Streng geheim")
    jonas = log_in("jonas")
    assert (_pulse(jonas), TITLE in jonas.get("/mitteilungen").text) == (1, True)

    hide(city)

    page, start = jonas.get("/mitteilungen").text, jonas.get("/").text
    assert _items(jonas) == _items(jonas, "?unread=1") == []
    assert _pulse(jonas) == 0
    assert TITLE not in page + start
    assert "Streng geheim" not in page
    assert BELL.search(start).group(1) == "Mitteilungen"
    assert page.count("wl-notice") == 0


def test_what_is_deleted_is_neither_told_nor_counted(city, tell, log_in):
    tell("jonas", actor="amira")
    jonas = log_in("jonas")
    city.wissen._delObject("seite")
    transaction.commit()

    assert (_items(jonas), _pulse(jonas)) == ([], 0)
    assert TITLE not in jonas.get("/mitteilungen").text


def test_a_kind_that_nobody_knows_is_passed_over(city, log_in):
    INotifications(city).tell(["jonas"], "unheard")
    transaction.commit()
    jonas = log_in("jonas")

    assert (_items(jonas), _pulse(jonas)) == ([], 0)


def test_the_same_by_many_is_one_row_and_read_as_one(city, tell, log_in):
    for actor in ("amira", "lena", "thao"):
        make_user(actor) if actor != "amira" else None
        tell("jonas", actor=actor)
    jonas = log_in("jonas")
    [item] = _items(jonas)
    assert (item["actor"], item["others"], _pulse(jonas)) == ("thao", 2, 1)

    answer = jonas.rest("PATCH", "/@notifications", {"read": [item["id"]]})

    assert answer.status_code == 204
    assert _items(jonas, "?unread=1") == []
    assert [item["read"] for item in _items(jonas)] == [True]
    assert _pulse(jonas) == 0


def test_all_are_read(tell, log_in):
    tell("jonas", actor="amira")
    tell("jonas", actor="amira", what="review_due")
    jonas = log_in("jonas")

    assert jonas.rest("PATCH", "/@notifications", {"read": "all"}).status_code == 204

    assert [item["read"] for item in _items(jonas)] == [True, True]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"read": "none"},
        {"read": [1]},
        {"read": ["x"]},
        {"read": ["²"]},
        {"read": ["-1"]},
        {"read": [str(2**63)]},
        {"read": ["9" * 5000]},
        {"read": [["1"]]},
        {"read": None},
        {"read": {"id": 1}},
        {"read": "all", "userid": "amira"},
    ],
)
def test_what_is_no_id_is_refused(tell, log_in, body):
    tell("jonas")
    jonas = log_in("jonas")

    answer = jonas.rest("PATCH", "/@notifications", body)

    assert (answer.status_code, answer.json()["field"]) == (400, "read")
    assert _pulse(jonas) == 1


def test_nobody_reads_for_another(tell, log_in):
    tell("jonas")
    jonas = log_in("jonas")
    [item] = _items(jonas)

    answer = log_in("amira").rest("PATCH", "/@notifications", {"read": [item["id"]]})

    assert answer.status_code == 204
    assert _pulse(jonas) == 1


def test_a_foreign_page_marks_nothing(tell, log_in):
    tell("jonas")
    jonas = log_in("jonas")

    patched = jonas.rest("PATCH", "/@notifications", {"read": "all"}, Origin="https://evil.example")
    posted = jonas.post("/mitteilungen", data={"read": "all"})

    assert (patched.status_code, posted.status_code) == (403, 403)
    assert _pulse(jonas) == 1


def test_a_page_follows_a_page(city, log_in):
    for number in range(7):
        INotifications(city).tell(
            ["jonas"], "content", None, city.wissen.seite.UID(), {"what": "published"}
        )
        INotifications(city).mark_read("jonas") if number % 2 else None
    transaction.commit()
    jonas = log_in("jonas")
    first = jonas.rest("GET", "/@notifications?b_size=1").json()
    rest = jonas.rest("GET", f"/@notifications?before={first['next']}").json()

    assert first["items"][0]["read"] is False
    assert rest["items"][0]["read"] is True
    assert rest["next"] is None


@pytest.mark.parametrize("query", ["b_size=0", "b_size=101", "b_size=x", "before=x", "before=-1"])
def test_bad_paging_says_which_field(log_in, query):
    answer = log_in("jonas").rest("GET", f"/@notifications?{query}")

    assert (answer.status_code, answer.json()["field"]) == (400, query.partition("=")[0])


def test_the_pulse_says_nothing_new_with_304(tell, log_in):
    tell("jonas")
    jonas = log_in("jonas")
    first = jonas.rest("GET", "/@pulse")

    same = jonas.rest("GET", "/@pulse", **{"If-None-Match": first.headers["ETag"]})
    tell("jonas", what="review_due")
    new = jonas.rest("GET", "/@pulse", **{"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "private, no-store"
    assert first.json() == {"notifications": 1}
    assert (same.status_code, same.content) == (304, b"")
    assert (new.status_code, new.json()) == (200, {"notifications": 2})


def test_the_pulse_cannot_be_posted_to(log_in):
    assert log_in("jonas").rest("POST", "/@pulse").status_code == 404


def test_a_program_with_a_token_reads_its_inbox(city, tell):
    tell("jonas")
    browser = Browser(city.absolute_url())
    body = {"login": "jonas", "password": "Servus-WiLMA-2026"}
    token = browser.rest("POST", "/@login", body).json()["token"]
    headers = {**JSON, "Authorization": f"Bearer {token}"}
    url = f"{city.absolute_url()}/@notifications"

    answer = requests.patch(url, json={"read": "all"}, headers=headers, timeout=30)

    assert answer.status_code == 204
    assert requests.get(url, headers=headers, timeout=30).json()["items"][0]["read"] is True
