"""Names and passwords: every way to make or change an account goes through the same rules."""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from wilma.policy.identity import names
from wilma.policy.identity import passwords
from wilma.policy.identity.guard import GUARD
from wilma.policy.identity.interfaces import RefusedName
from wilma.policy.identity.interfaces import WeakPassword

import contextlib
import pytest
import transaction


GOOD = "Grüner-Tee-um-Vier"
BAD = (
    "kurz",
    "elfzeichen1",
    "xx-maria.huber-2026",
    "MARIA.HUBER-2026-xy",
    "aaaaaaaaaaaaaaaa",
    "123412341234",
    "123456789012",
    "Passwort1234!",
    "qwertzuiop123",
    "x" * 600,
)


@pytest.mark.parametrize("password", BAD)
def test_refused(password):
    assert passwords.problem(password, "maria.huber") is not None


@pytest.mark.parametrize(
    "password", [GOOD, PASSWORD, "Der Viktualienmarkt um acht", "ö" * 3 + "abcdefgh!?"]
)
def test_accepted(password):
    assert passwords.problem(password, "maria.huber") is None


@pytest.mark.parametrize("password", BAD)
def test_code_cannot_make_an_account_with_it(manager, password):
    # WeakPassword, or what Plone makes of the validator's reason.
    with pytest.raises(ValueError, match="(?i)passwor"):
        api.user.create(username="maria.huber", email="m@wilma.example", password=password)

    assert api.user.get(username="maria.huber") is None


@pytest.mark.parametrize("password", BAD)
def test_code_cannot_change_to_it(manager, password):
    make_user("maria.huber")
    member = api.user.get(username="maria.huber")

    with pytest.raises(WeakPassword):
        member.setSecurityProfile(password=password)
    with pytest.raises(WeakPassword):
        manager.acl_users.userSetPassword("maria.huber", password)

    assert manager.acl_users.authenticate("maria.huber", PASSWORD, manager.REQUEST)


def test_code_can_change_to_a_good_one(manager):
    make_user("maria.huber")

    api.user.get(username="maria.huber").setSecurityProfile(password=GOOD)

    assert manager.acl_users.authenticate("maria.huber", GOOD, manager.REQUEST)


NAMES = (
    "Members:4711",
    "a/b",
    "@@search",
    "++api++",
    "mit leerzeichen",
    " rand",
    "Manager",
    "Intranet Editor",
    "Owner",
    "AuthenticatedUsers",
    "admin",
    "ADMIN",
    "_verborgen",
    "zeile\numbruch",
    "frage?",
    "",
)


@pytest.mark.parametrize("name", NAMES)
def test_no_person_is_called_so(manager, name):
    with pytest.raises((RefusedName, ValueError)):
        manager.portal_registration.addMember(
            name, PASSWORD, properties={"username": name, "email": "a@b.example"}
        )
    with pytest.raises(RefusedName):
        manager.acl_users._doAddUser(name, PASSWORD, ["Member"], [])

    assert manager.acl_users.getUserById(name) is None


# Plone itself refuses the empty name and the one of its virtual group without a word.
@pytest.mark.parametrize("name", sorted({*NAMES} - {"", "AuthenticatedUsers"}))
def test_no_group_is_called_so(manager, name):
    with pytest.raises(RefusedName):
        manager.portal_groups.addGroup(name)

    assert manager.portal_groups.getGroupById(name) is None


@pytest.mark.parametrize("name", NAMES[:-1])
def test_nobody_takes_such_a_login(manager, name):
    make_user("maria.huber")

    with pytest.raises(RefusedName):
        manager.acl_users.updateLoginName("maria.huber", name)

    assert manager.acl_users.getUserById("maria.huber").getUserName() == "maria.huber"


@pytest.mark.parametrize(
    "name", ["maria.huber", "m.huber@stadt.example", "editor", "Ärzte-Team", "o'neill"]
)
def test_ordinary_names(portal, name):
    assert names.problem(name) is None


def test_an_account_of_another_source_with_such_a_name_gets_nowhere(browser, city):
    # As a directory would bring it: past the adders.
    city.acl_users.source_users.addUser("Members:4711", "boss", PASSWORD)
    transaction.commit()

    assert browser().login("boss").status_code == 200
    assert (
        browser()
        .get("/", auth=("boss", PASSWORD), headers={"Accept": "application/json"})
        .status_code
        == 401
    )


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("POST", "/@users", {"username": "neu", "email": "n@b.example", "password": "kurz"}, None),
        ("POST", "/@users", {"username": "A:b", "email": "n@b.example", "password": GOOD}, None),
        (
            "POST",
            "/@users",
            {"username": "Manager", "email": "n@b.example", "password": GOOD},
            "username",
        ),
        ("POST", "/@groups", {"groupname": "Members:1"}, None),
        ("POST", "/@groups", {"groupname": "Reviewer"}, "username"),
        ("PATCH", "/@users/jonas.weber", {"password": "kurz"}, "password"),
        ("PATCH", "/@users/jonas.weber", {"password": "xx-jonas.weber-xx"}, "password"),
    ],
)
def test_rest_says_400(browser, method, path, body, field):
    admin = browser()
    admin.login("site.admin")

    answer = admin.rest(method, path, body)

    assert answer.status_code == 400
    assert answer.json().get("field") == field
    assert browser().login("jonas.weber").status_code == 302


def test_own_password_by_rest(browser):
    jonas = browser()
    jonas.login("jonas.weber")
    body = {"old_password": PASSWORD, "new_password": "kurz"}

    answer = jonas.rest("POST", "/@users/jonas.weber/reset-password", body)

    assert answer.status_code == 400
    assert browser().login("jonas.weber").status_code == 302


def test_reset_by_mail_with_a_weak_password(browser, city):
    key = city.portal_password_reset.requestReset("jonas.weber")["randomstring"]
    transaction.commit()

    for password in ("kurz", "xx-jonas.weber-xx"):
        fields = {"userid": "jonas.weber", "password": password, "password2": password}
        browser().post(f"/passwordreset/{key}", data=fields)
        assert browser().login("jonas.weber", password).status_code == 200

    fields = {"userid": "jonas.weber", "password": GOOD, "password2": GOOD}
    browser().post(f"/passwordreset/{key}", data=fields)
    assert browser().login("jonas.weber", GOOD).status_code == 302


def test_the_guard_is_first_everywhere(portal):
    plugins = portal.acl_users.plugins

    lists = {
        info["id"]: plugins.listPluginIds(info["interface"])
        for info in plugins.listPluginTypeInfo()
    }

    assert {name for name, ids in lists.items() if GUARD in ids} == {
        "IAuthenticationPlugin",
        "ICredentialsResetPlugin",
        "ICredentialsUpdatePlugin",
        "IGroupManagement",
        "IUserAdderPlugin",
        "IUserEnumerationPlugin",
        "IUserManagement",
        "IValidationPlugin",
    }
    assert all(ids[0] == GUARD for ids in lists.values() if GUARD in ids)


def test_an_odd_name_of_another_source_gets_in(browser, city):
    city.acl_users.source_users.addUser("Max Muster", "max", PASSWORD)
    transaction.commit()

    assert browser().login("max").status_code == 302


@pytest.mark.parametrize(
    "name",
    ["m\u0430ria.huber", "maria.hüber", "-maria", "maria+", "x" * 101, "Maria.Huber", "o'neill"],
)
def test_no_new_account_looks_like_another(manager, name):
    make_user("maria.huber")

    with pytest.raises(RefusedName):
        manager.acl_users._doAddUser(name, PASSWORD, ["Member"], [])

    assert manager.acl_users.getUserById(name) is None


@pytest.mark.parametrize("name", ["x" * 100, "7", "M.Huber_2@stadt-1.example"])
def test_ordinary_names_of_accounts(manager, name):
    assert names.problem_of_account(name) is None


@pytest.mark.parametrize("name", ["Administrators", "administrators", "Site Administrators"])
def test_no_person_is_called_like_a_group(manager, name):
    with pytest.raises(RefusedName):
        manager.acl_users._doAddUser(name, PASSWORD, ["Member"], [])

    assert manager.acl_users.getUserById(name) is None


def test_nobody_gets_the_roles_of_a_group_that_is_gone(manager):
    manager.portal_groups.addGroup("Redaktion", roles=["Manager"])
    manager.portal_groups.removeGroup("Redaktion")

    with pytest.raises(RefusedName):
        manager.acl_users._doAddUser("Redaktion", PASSWORD, ["Member"], [])


@pytest.mark.parametrize("name", ["maria.huber", "Maria.Huber"])
def test_no_group_is_called_like_a_person(manager, name):
    make_user("maria.huber")

    # Plone itself refuses the same name without a word.
    with contextlib.suppress(RefusedName):
        manager.portal_groups.addGroup(name)

    assert manager.portal_groups.getGroupById(name) is None


def test_an_account_of_another_source_called_like_a_group_gets_nowhere(browser, city):
    city.acl_users.source_users.addUser("Administrators", "boss", PASSWORD)
    transaction.commit()

    assert browser().login("boss").status_code == 200


def test_who_keeps_people_data_makes_no_manager(browser, city):
    city.people.manage_setLocalRoles("jonas.weber", ["Editor"])
    city.people.reindexObjectSecurity()
    transaction.commit()
    jonas = browser()
    jonas.login("jonas.weber")
    person = {"@type": "Person", "id": "Administrators", "family_name": "X", "email": "x@b.example"}

    answer = jonas.rest("POST", "/people", person)

    transaction.begin()
    assert (answer.status_code, answer.json()["type"]) == (400, "RefusedName")
    assert "Administrators" not in city.people
    assert city.acl_users.getUserById("Administrators") is None
