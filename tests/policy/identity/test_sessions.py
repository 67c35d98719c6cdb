"""Log out, log out everywhere, new password, disabled: which cookies and tokens live on."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.policy.browsers import bearer
from tests.policy.browsers import JSON
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from wilma.policy.identity import state

import pytest
import transaction


NEW = "Grüner-Tee-um-Vier"


@pytest.fixture
def jonas(browser):
    browser = browser()
    browser.login("jonas.weber")
    return browser


@pytest.fixture
def token(browser):
    def token():
        body = {"login": "jonas.weber", "password": PASSWORD}
        return browser().post("/@login", json=body, headers=JSON).json()["token"]

    return token


def _works(browser, token):
    return browser.get("/", headers=bearer(token)).status_code == 200


def test_logout_ends_this_session_alone(browser, jonas):
    other = browser()
    other.login("jonas.weber")
    stolen = dict(jonas.session.cookies)

    answer = jonas.get("/logout")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not jonas.is_in()
    assert browser().get("/aktuelles", cookies=stolen).status_code == 302
    assert other.is_in()


def test_no_door_makes_a_new_cookie_of_an_ended_one(browser, jonas):
    stolen = {"__ac": jonas.session.cookies["__ac"]}
    jonas.get("/logout")
    thief = browser()
    thief.login("thao.nguyen")
    own = thief.session.cookies["__ac"]

    for path in ("/acl_users/session/refresh?type=css", "/acl_users/session/refresh"):
        answer = thief.get(path, cookies=stolen)
        assert "__ac" not in answer.cookies

    assert thief.session.cookies["__ac"] == own


def test_a_ticket_in_an_address_is_none(browser, jonas):
    ticket = jonas.session.cookies["__ac"]

    assert browser().get(f"/aktuelles?__ac={ticket}").status_code == 302


def test_log_out_everywhere_ends_all_and_lets_in_at_once(browser, jonas, token):
    other = browser()
    other.login("jonas.weber")
    old = token()

    answer = jonas.post("/@@logout-everywhere", data={"_authenticator": jonas.token()})
    new, again = token(), browser()
    again.login("jonas.weber")

    assert answer.status_code == 302
    assert [jonas.is_in(), other.is_in(), _works(browser(), old)] == [False, False, False]
    assert [again.is_in(), _works(browser(), new)] == [True, True]


def test_log_out_everywhere_by_rest(browser, jonas, token):
    old = token()

    answer = browser().post("/@logout-everywhere", headers=bearer(old))

    assert answer.status_code == 204
    assert [jonas.is_in(), _works(browser(), old)] == [False, False]


def test_log_out_everywhere_needs_the_form(jonas):
    answer = jonas.post("/@@logout-everywhere")

    assert answer.status_code == 403
    assert jonas.is_in()


def test_two_bounds_in_one_second_still_kill_what_lies_between(manager):
    first = state.end_sessions("jemand")
    ticket_between = state.issue_time("jemand")
    second = state.end_sessions("jemand")

    assert ticket_between >= first
    assert ticket_between < second


def test_new_password_ends_the_others_and_keeps_this_one(browser, jonas, token):
    other = browser()
    other.login("jonas.weber")
    old = token()
    fields = {
        "form.widgets.current_password": PASSWORD,
        "form.widgets.new_password": NEW,
        "form.widgets.new_password_ctl": NEW,
        "form.buttons.reset_passwd": "x",
        "_authenticator": jonas.token(),
    }

    jonas.post("/@@change-password", data=fields)

    assert [jonas.is_in(), other.is_in(), _works(browser(), old)] == [True, False, False]
    assert browser().login("jonas.weber").status_code == 200
    assert browser().login("jonas.weber", NEW).status_code == 302


@pytest.mark.parametrize("way", ["page", "rest"])
def test_disabled_everywhere_and_enabled_again(browser, jonas, token, way):
    old = token()
    admin = browser()
    admin.login("site.admin")

    def set_disabled(disabled):
        if way == "rest":
            return admin.rest("PATCH", "/@accounts/jonas.weber", {"disabled": disabled})
        button = "disable" if disabled else "enable"
        fields = {"userid": "jonas.weber", button: "1", "_authenticator": admin.token()}
        return admin.post("/@@account-status", data=fields)

    assert set_disabled(True).status_code == 200
    assert [jonas.is_in(), _works(browser(), old)] == [False, False]
    assert browser().login("jonas.weber").status_code == 200
    assert browser().get("/", auth=("jonas.weber", PASSWORD), headers=JSON).status_code == 401
    body = {"login": "jonas.weber", "password": PASSWORD}
    assert browser().post("/@login", json=body, headers=JSON).status_code == 401

    assert set_disabled(False).status_code == 200
    assert jonas.is_in() is False
    assert browser().login("jonas.weber").status_code == 302


@pytest.mark.parametrize(
    ("who", "whom", "status"),
    [
        ("jonas.weber", "thao.nguyen", 403),
        ("jonas.weber", "jonas.weber", 403),
        ("site.admin", "site.admin", 400),
        ("site.admin", "nobody.here", 404),
        ("site.admin", "operator", 403),
    ],
)
def test_who_may_not_disable_whom(browser, city, who, whom, status):
    make_user("operator", ("Manager",))
    transaction.commit()
    browser = browser()
    browser.login(who)

    answer = browser.rest("PATCH", f"/@accounts/{whom}", {"disabled": True})

    transaction.begin()
    assert answer.status_code == status
    assert not state.is_disabled(whom)


@pytest.mark.parametrize("body", [{}, {"disabled": "yes"}, {"roles": []}, {"disabled": None}])
def test_accounts_refuses_what_it_does_not_know(browser, body):
    browser = browser()
    browser.login("site.admin")

    assert browser.rest("PATCH", "/@accounts/jonas.weber", body).status_code == 400


def test_a_new_account_of_the_same_name_is_not_met_by_old_cookies(browser, city, jonas):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="jonas.weber")
    make_user("jonas.weber")
    transaction.commit()

    assert not jonas.is_in()
    assert browser().login("jonas.weber").status_code == 302


def test_logout_of_a_token(browser, token):
    held = token()

    answer = browser().post("/@logout", headers=bearer(held))

    assert answer.status_code in (200, 204)
    assert not _works(browser(), held)


def test_renewed_token_works_and_the_old_one_does_not(browser, token):
    held = token()

    new = browser().post("/@login-renew", headers=bearer(held)).json()["token"]

    assert [_works(browser(), new), _works(browser(), held)] == [True, False]


def test_the_operator_of_the_root_logs_in_and_out(browser):
    admin = browser()

    assert admin.login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).status_code == 302
    cookies = dict(admin.session.cookies)
    assert admin.is_in()
    assert SITE_OWNER_PASSWORD.encode().hex() not in str(cookies)
    assert admin.get("/", headers=JSON, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)).ok

    admin.get("/logout")

    assert not admin.is_in()
    assert browser().get("/aktuelles", cookies=cookies).status_code == 302
