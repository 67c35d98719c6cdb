"""Adding people by form, and what the stock forms of accounts refuse at their fields."""

from functools import partial
from html import unescape
from plone import api
from tests.policy.browsers import logged_in
from tests.policy.conftest import make_user

import pytest
import transaction


@pytest.fixture
def site(functional_portal):
    """An employee, an editor of people data, a site administrator."""
    portal = functional_portal
    for userid in ("mia.beer", "hr.one"):
        make_user(userid)
    make_user("admin.one", ("Site Administrator",))
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    transaction.commit()
    return portal


@pytest.fixture
def log_in(site):
    """A function userid -> browser of the logged-in person."""
    return partial(logged_in, site)


ADD = "/people/++add++Person"


def _add(browser, **fields):
    form = {
        "form.widgets.ILoginName.userid": "lena.neu",
        "form.widgets.given_name": "Lena",
        "form.widgets.family_name": "Neu",
        "form.widgets.email": "lena.neu@wilma.example",
        "form.buttons.save": "Save",
        "_authenticator": browser.token(),
        **{f"form.widgets.{name}": value for name, value in fields.items()},
    }
    answer = browser.post(ADD, data=form)
    transaction.begin()
    return answer


def test_the_form_asks_for_the_login_name_first(log_in):
    page = log_in("hr.one").get(ADD).text

    assert 0 < page.index("ILoginName.userid") < page.index("form.widgets.given_name")
    assert "Anmeldename" in page


def test_it_makes_profile_and_account(site, log_in):
    answer = _add(log_in("hr.one"))

    assert answer.status_code == 302
    assert site.people["lena.neu"].title == "Lena Neu"
    assert api.user.get(userid="lena.neu").getProperty("email") == "lena.neu@wilma.example"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ILoginName.userid": "folder_contents"}, "Dieser Name ist vergeben"),
        ({"ILoginName.userid": "lena neu"}, "Leerzeichen"),
        ({"ILoginName.userid": "admin"}, "Dieser Name ist vergeben"),
        ({"ILoginName.userid": "mia.beer"}, "gibt es schon"),
        ({"email": "MIA.beer@wilma.example"}, "gehört schon"),
        ({"family_name": "Neu\u202e"}, "Steuerzeichen"),
    ],
)
def test_what_is_refused_stands_in_the_form_and_leaves_nothing(site, log_in, fields, said):
    answer = _add(log_in("hr.one"), **fields)

    assert answer.status_code == 200
    assert said in unescape(answer.text)
    assert 'value="Lena"' in answer.text
    assert sorted(site.people.objectIds()) == ["admin.one", "hr.one", "mia.beer"]
    assert api.user.get(userid="lena.neu") is None


def test_employees_have_no_form_to_add(site, log_in):
    browser = log_in("mia.beer")

    assert browser.get(ADD).status_code == 403
    assert _add(browser).status_code == 403
    assert "lena.neu" not in site.people


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"username": "folder_contents"}, "Dieser Name ist vergeben"),
        ({"email": "mia.beer@wilma.example"}, "gehört schon"),
    ],
)
def test_the_form_for_new_accounts_says_it_at_the_field(site, log_in, fields, said):
    browser = log_in("admin.one")
    form = {
        "username": "lena.neu",
        "email": "lena.neu@wilma.example",
        "fullname": "Lena Neu",
        "password": "Servus-WiLMA-2026",
        "password_ctl": "Servus-WiLMA-2026",
        **fields,
    }

    answer = browser.post(
        "/@@new-user",
        data={
            **{f"form.widgets.{name}": value for name, value in form.items()},
            "form.buttons.register": "Register",
            "_authenticator": browser.token(),
        },
    )

    transaction.begin()
    assert answer.status_code == 200
    assert said in unescape(answer.text)
    assert api.user.get(userid=form["username"]) is None


def test_the_form_for_accounts_leads_to_one_with_a_profile(site, log_in):
    browser = log_in("admin.one")
    form = {
        "username": "lena.neu",
        "email": "lena.neu@wilma.example",
        "fullname": "Lena Neu",
        "password": "Servus-WiLMA-2026",
        "password_ctl": "Servus-WiLMA-2026",
    }

    browser.post(
        "/@@new-user",
        data={
            **{f"form.widgets.{name}": value for name, value in form.items()},
            "form.buttons.register": "Register",
            "_authenticator": browser.token(),
        },
    )

    transaction.begin()
    assert site.people["lena.neu"].title == "Lena Neu"
    assert site.people["lena.neu"].email == "lena.neu@wilma.example"


def test_an_administrator_renames_an_account_by_its_form(site, log_in):
    browser = log_in("admin.one")
    form = {"fullname": "Mia Beer", "email": "HR.one@wilma.example"}
    sent = {
        **{f"form.widgets.{name}": value for name, value in form.items()},
        "form.buttons.save": "Save",
        "_authenticator": browser.token(),
    }

    refused = browser.post("/@@user-information?userid=mia.beer", data=sent)
    sent["form.widgets.email"] = "mia@wilma.example"
    browser.post("/@@user-information?userid=mia.beer", data=sent)

    transaction.begin()
    assert "gehört schon" in unescape(refused.text)
    assert site.people["mia.beer"].title == "Mia Beer"
    assert site.people["mia.beer"].email == "mia@wilma.example"
