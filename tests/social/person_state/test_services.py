"""@preferences and @dismissals: one's own, and nobody else's."""

from tests.policy.browsers import JSON
from wilma.social.person_state.interfaces import IPreferences

import pytest
import transaction


EMPTY = {"language": None, "colour_mode": None}


def _chosen(person):
    answer = person.rest("GET", "/@preferences").json()
    return {key: answer[key] for key in EMPTY}


def test_what_was_chosen_here_holds_there(browser, jonas):
    answer = jonas.rest("PATCH", "/@preferences", {"language": "en", "colour_mode": "dark"})
    elsewhere = browser()
    elsewhere.login("jonas.weber")

    assert answer.status_code == 200
    assert _chosen(elsewhere) == {"language": "en", "colour_mode": "dark"}
    elsewhere.rest("PATCH", "/@preferences", {"language": None})
    assert _chosen(jonas) == {"language": None, "colour_mode": "dark"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"language": "fr"}, "language"),
        ({"language": ["de"]}, "language"),
        ({"colour_mode": "auto"}, "colour_mode"),
        ({"colour_mode": "light", "disabled": False}, "disabled"),
        ({"userid": "thao.nguyen", "colour_mode": "dark"}, "userid"),
        ({"call": "x"}, "call"),
    ],
)
def test_bad_input_names_its_field_and_sets_nothing(jonas, thao, body, field):
    answer = jonas.rest("PATCH", "/@preferences", body)

    assert answer.status_code == 400
    assert answer.json()["field"] == field
    assert _chosen(jonas) == _chosen(thao) == EMPTY


@pytest.mark.parametrize("body", ["", "[]", "{", '"de"'])
def test_what_is_no_object_is_refused(jonas, body):
    headers = {**JSON, "Content-Type": "application/json", "Origin": jonas.origin}

    answer = jonas.ask("PATCH", "/@preferences", data=body, headers=headers)

    assert answer.status_code == 400 or (body == "" and answer.status_code == 200)
    assert _chosen(jonas) == EMPTY


def test_nobody_reaches_another_s_choices(jonas, thao):
    thao.rest("PATCH", "/@preferences", {"colour_mode": "dark"})

    for path in ("/@preferences/thao.nguyen", "/@preferences?userid=thao.nguyen"):
        answer = jonas.rest("GET", path)
        assert answer.status_code == 404 or answer.json()["colour_mode"] is None
        jonas.rest("PATCH", path, {"colour_mode": "light"})
    assert _chosen(thao)["colour_mode"] == "dark"


@pytest.mark.parametrize("method", ["GET", "PATCH", "POST"])
@pytest.mark.parametrize("path", ["/@preferences", "/@dismissals"])
def test_strangers_are_asked_to_log_in(browser, method, path):
    assert browser().rest(method, path, {"key": "a"}).status_code == 401


def test_another_page_cannot_choose_for_me(jonas):
    answer = jonas.rest("PATCH", "/@preferences", {"language": "en"}, Origin="https://evil.example")

    assert answer.status_code == 403
    assert _chosen(jonas) == EMPTY


def test_a_closed_notice_is_remembered(city, jonas):
    answer = jonas.rest("POST", "/@dismissals", {"key": "welcome"})

    transaction.begin()
    assert answer.status_code == 204
    assert IPreferences(city).is_dismissed("jonas.weber", "welcome")
    assert not IPreferences(city).is_dismissed("thao.nguyen", "welcome")


@pytest.mark.parametrize("body", [{}, {"key": ""}, {"key": 5}, {"key": "x" * 81}])
def test_what_cannot_be_a_key_is_refused(jonas, body):
    answer = jonas.rest("POST", "/@dismissals", body)

    assert answer.status_code == 400
    assert answer.json()["field"] == "key"
