"""The page of settings, and pages that come as the person chose."""

from tests.policy.browsers import bearer
from tests.policy.browsers import JSON
from tests.policy.conftest import PASSWORD

import pytest
import re


ENGLISH = {"Accept-Language": "en-GB,en;q=0.9"}


def _root(page):
    return re.search(r"<html[^>]*>", page.text).group(0)


def _save(person, **fields):
    return person.post(
        "/@@settings", data={"_authenticator": person.token("/@@settings"), **fields}
    )


def test_the_page_shows_what_was_chosen(jonas):
    _save(jonas, language="de", colour_mode="dark")

    fields = re.findall(r"<input[^>]*radio[^>]*>", jonas.get("/@@settings").text)
    checked = [field for field in fields if " checked" in field]

    assert [re.search('value="([^"]*)"', field).group(1) for field in checked] == ["de", "dark"]


def test_saving_leads_back_and_says_so_in_the_chosen_language(jonas):
    answer = _save(jonas, language="en", colour_mode="")

    assert answer.status_code == 303
    page = jonas.get("/@@settings").text
    assert "Your settings are saved." in page
    assert "Your settings are saved." not in jonas.get("/@@settings").text


def test_a_form_without_token_changes_nothing(jonas):
    answer = jonas.post("/@@settings", data={"colour_mode": "dark"})

    assert answer.status_code == 403
    assert "data-bs-theme" not in _root(jonas.get("/@@settings"))


@pytest.mark.parametrize("fields", [{"language": "fr"}, {"colour_mode": "<hr id=x>"}])
def test_a_forged_choice_is_refused(jonas, fields):
    answer = _save(jonas, **fields)

    assert answer.status_code == 400
    assert "<hr id=x>" not in answer.text


@pytest.mark.parametrize(
    "came_from",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", ["a", "b"]],
)
def test_nobody_is_led_elsewhere(jonas, came_from):
    answer = _save(jonas, language="de", came_from=came_from)

    assert answer.headers["Location"].endswith("/@@settings")


def test_strangers_get_the_login_page(browser):
    for path in ("/@@settings", "/@@personal-preferences"):
        assert "/login" in browser().get(path).headers["Location"]


def test_plone_s_page_leads_to_ours(jonas):
    assert jonas.get("/@@personal-preferences").headers["Location"].endswith("/@@settings")


def test_the_colour_mode_stands_in_the_page_itself(browser, jonas, thao):
    jonas.rest("PATCH", "/@preferences", {"colour_mode": "dark"})

    for path in ("/", "/aktuelles", "/gibt-es-nicht", "/@@settings"):
        assert 'data-bs-theme="dark"' in _root(jonas.get(path))
        assert "data-bs-theme" not in _root(thao.get(path))
    assert "data-wl-account" in _root(jonas.get("/"))
    assert "data-wl-account" not in _root(browser().get("/login"))


def test_a_choice_beats_browser_cookie_and_address(jonas, thao):
    jonas.rest("PATCH", "/@preferences", {"language": "de"})

    for person, language in ((jonas, "de"), (thao, "en")):
        person.session.headers.update(ENGLISH)
        for path in ("/", "/gibt-es-nicht"):
            assert f'lang="{language}"' in _root(person.get(path))
        person.session.cookies["I18N_LANGUAGE"] = "en"
        assert f'lang="{language}"' in _root(person.get("/aktuelles"))
        assert f'lang="{language}"' in _root(person.get("/aktuelles?set_language=en"))


def test_errors_speak_the_chosen_language(jonas):
    jonas.rest("PATCH", "/@preferences", {"language": "en"})

    assert "There is no page at this address." in jonas.get("/gibt-es-nicht", headers=JSON).text
    assert "not offered" in jonas.rest("PATCH", "/@preferences", {"language": "x"}).text


def test_no_choice_again_frees_the_browser_from_its_cookie(jonas):
    jonas.session.headers.update(ENGLISH)
    jonas.get("/?set_language=de")
    assert 'lang="de"' in _root(jonas.get("/"))

    _save(jonas, language="")

    assert 'lang="en"' in _root(jonas.get("/"))


def test_a_program_that_names_a_language_gets_it(browser, jonas):
    jonas.rest("PATCH", "/@preferences", {"language": "de"})
    body = {"login": "jonas.weber", "password": PASSWORD}
    token = browser().post("/@login", json=body, headers=JSON).json()["token"]

    def says(**headers):
        return browser().get("/nein", headers={**bearer(token), **headers}).json()["message"]

    assert says(**ENGLISH).startswith("There is no page")
    assert says().startswith("Unter dieser Adresse")


def test_strangers_get_what_their_browser_asks(browser, jonas):
    jonas.rest("PATCH", "/@preferences", {"language": "de", "colour_mode": "dark"})

    root = _root(browser().get("/login", headers=ENGLISH))

    assert 'lang="en"' in root
    assert "dark" not in root


def test_looking_at_pages_writes_nothing(city, jonas):
    jonas.rest("PATCH", "/@preferences", {"language": "en", "colour_mode": "dark"})
    jonas.get("/")
    before = city._p_jar.db().lastTransaction()

    for path in ("/", "/@@settings", "/aktuelles"):
        assert jonas.get(path).status_code == 200
    assert jonas.rest("GET", "/@preferences").status_code == 200

    assert city._p_jar.db().lastTransaction() == before
