"""People as content over HTTP: who may read, change, add, delete, and what is refused."""

from plone import api
from tests.policy.conftest import make_user
from wilma.social.units.interfaces import IUnits

import pytest
import transaction


OWN = {
    "phone": "089 1234",
    "mobile": "0170 1",
    "office": "A 4.12",
    "languages": ["de", "tr"],
    "topics": ["Radwege", "Fußverkehr"],
    "about": "Seit 2011 im Haus.\nGern auf dem Rad.",
}


@pytest.fixture
def site(functional_portal):
    """Two employees, an editor of people data, a site administrator, and a unit."""
    portal = functional_portal
    for userid in ("mia.beer", "can.arslan", "hr.one"):
        make_user(userid)
    make_user("admin.one", ("Site Administrator",))
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        unit = api.content.create(portal.organisation, "OrgUnit", "bau", title="Baureferat")
        portal.people["mia.beer"].unit = unit.UID()
        portal.people["mia.beer"].family_name = "Beer"
        portal.people["mia.beer"].reindexObject()
    transaction.commit()
    return portal


def test_an_employee_reads_a_profile(site, call):
    answer = call("can.arslan", "GET", "/people/mia.beer")

    told = answer.json()
    assert answer.status_code == 200
    assert (told["@type"], told["userid"], told["fullname"]) == ("Person", "mia.beer", "Beer")
    assert told["email"] == "mia.beer@wilma.example"
    (unit,) = IUnits(site).all()
    url = site.absolute_url()
    assert told["unit"] == {
        "@id": f"{url}/organisation/bau",
        "UID": unit.uid,
        "title": "Baureferat",
    }
    assert told["can"] == dict.fromkeys(("edit", "manage", "delete", "disable", "enable"), False)


def test_anonymous_is_told_nothing(site, call):
    there = call("", "GET", "/people/mia.beer")
    missing = call("", "GET", "/people/nie.da")

    assert (there.status_code, there.text) == (missing.status_code, missing.text)
    assert there.status_code == 401


def test_people_keep_their_own_part(site, call):
    answer = call("mia.beer", "PATCH", "/people/mia.beer", OWN)

    told = call("can.arslan", "GET", "/people/mia.beer").json()
    assert answer.status_code == 204
    assert [language["token"] for language in told.pop("languages")] == OWN["languages"]
    assert {name: told[name] for name in OWN if name != "languages"} == {
        name: value for name, value in OWN.items() if name != "languages"
    }
    mine = call("mia.beer", "GET", "/people/mia.beer").json()["can"]
    assert mine == {
        "edit": True,
        "manage": False,
        "delete": False,
        "disable": False,
        "enable": False,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"family_name": "Huber"},
        {"given_name": "Maria"},
        {"academic_title": "Dr."},
        {"function": "Oberbürgermeisterin"},
        {"email": "ob@wilma.example"},
        {"unit": None},
        {"phone": "1", "function": "Oberbürgermeisterin"},
    ],
)
def test_what_the_administration_says_is_refused_not_ignored(site, call, change):
    before = call("mia.beer", "GET", "/people/mia.beer").json()

    answer = call("mia.beer", "PATCH", "/people/mia.beer", change)

    assert answer.status_code == 403
    assert call("mia.beer", "GET", "/people/mia.beer").json() == before


def test_what_was_read_may_be_sent_back(site, call):
    told = call("mia.beer", "GET", "/people/mia.beer").json()

    answer = call("mia.beer", "PATCH", "/people/mia.beer", {**told, "office": "B 2"})

    assert answer.status_code == 204
    assert call("mia.beer", "GET", "/people/mia.beer").json()["office"] == "B 2"


@pytest.mark.parametrize("who", ["can.arslan"])
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "/people/mia.beer", {"phone": "1"}),
        ("DELETE", "/people/mia.beer", None),
        ("POST", "/people/mia.beer/@workflow/disable", {}),
        ("POST", "/people", {"@type": "Person", "id": "neu.da", "family_name": "Neu"}),
        ("POST", "/organisation", {"@type": "OrgUnit", "title": "Neu"}),
        ("PATCH", "/organisation/bau", {"title": "Neu"}),
        ("DELETE", "/organisation/bau", None),
    ],
)
def test_colleagues_change_nothing(site, call, who, method, path, body):
    answer = call(who, method, path, body)

    # plone.restapi says of a transition that is not offered: bad request.
    assert answer.status_code == (400 if "@workflow" in path else 403)
    assert sorted(site.people.objectIds()) == ["admin.one", "can.arslan", "hr.one", "mia.beer"]
    assert site.organisation.bau.title == "Baureferat"
    assert api.content.get_state(site.people["mia.beer"]) == "active"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "/people/mia.beer", None),
        ("POST", "/people/mia.beer/@workflow/disable", {}),
        ("POST", "/people/mia.beer/@sharing", {"entries": []}),
        ("POST", "/people/@move", {"source": "/people/mia.beer"}),
        ("POST", "/organisation/@move", {"source": "/people/mia.beer"}),
        ("POST", "/people/@copy", {"source": "/people/mia.beer"}),
    ],
)
def test_people_cannot_take_their_own_profile_away(site, call, method, path, body):
    answer = call("mia.beer", method, path, body)

    assert 400 <= answer.status_code < 500
    assert "mia.beer" in site.people
    assert sorted(site.people.objectIds()) == ["admin.one", "can.arslan", "hr.one", "mia.beer"]


def test_who_keeps_people_data_adds_a_person_with_an_account(site, call):
    body = {
        "@type": "Person",
        "id": "lena.neu",
        "given_name": "Lena",
        "family_name": "Neu",
        "email": "lena.neu@wilma.example",
    }

    answer = call("hr.one", "POST", "/people", body)

    assert answer.status_code == 201
    assert answer.json()["fullname"] == "Lena Neu"
    assert answer.json()["@id"] == f"{site.absolute_url()}/people/lena.neu"
    member = api.user.get(userid="lena.neu")
    assert (member.getProperty("fullname"), member.getProperty("email")) == (
        "Lena Neu",
        "lena.neu@wilma.example",
    )
    assert member.getRoles() == ["Member", "Authenticated"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": None}, "id"),
        ({"id": "folder_contents"}, "id"),
        ({"email": "MIA.beer@wilma.example"}, "email"),
        ({"email": "keine-adresse"}, "email"),
        ({"family_name": None}, "family_name"),
        ({"family_name": "   "}, "family_name"),
        ({"family_name": "Neu\x07"}, "family_name"),
        ({"family_name": "Neu\u202e"}, "family_name"),
        ({"family_name": "N" * 301}, "family_name"),
        ({"unit": "gibt-es-nicht"}, "unit"),
        ({"languages": ["klingonisch"]}, "languages"),
        ({"topics": ["x" * 81]}, "topics"),
        ({"topics": ["x"] * 31}, "topics"),
    ],
)
def test_bad_input_is_refused_and_leaves_nothing(site, call, change, field):
    body = {"@type": "Person", "id": "lena.neu", "family_name": "Neu", **change}

    answer = call("hr.one", "POST", "/people", {k: v for k, v in body.items() if v is not None})

    assert answer.status_code == 400
    assert answer.json()["field"] == field
    assert sorted(site.people.objectIds()) == ["admin.one", "can.arslan", "hr.one", "mia.beer"]
    assert api.user.get(userid=body["id"] or "lena.neu") is None


@pytest.mark.parametrize(
    "name",
    [
        "O'Neill-D’Arcy",
        "Weiß 🚲",
        "שרה כהן",
        "محمد العلي",
        "Nguyễn Thị Thảo",
        "Ä" * 300,
        "Cher",
    ],
)
def test_names_of_all_kinds(site, call, name):
    body = {"@type": "Person", "id": "lena.neu", "family_name": f"  {name} "[:302]}
    body["family_name"] = body["family_name"].strip() if len(name) == 300 else body["family_name"]

    answer = call("hr.one", "POST", "/people", body)

    assert answer.status_code == 201
    assert call("mia.beer", "GET", "/people/lena.neu").json()["fullname"] == name
    assert api.user.get(userid="lena.neu").getProperty("fullname") == name


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/people/@copy", "/people/mia.beer"),
        ("/people/@move", "/people/mia.beer"),
        ("/organisation/bau/@move", "/people/mia.beer"),
        ("/organisation/bau/@copy", "/people/mia.beer"),
        ("/wissen/@move", "/people/mia.beer"),
    ],
)
def test_nobody_is_copied_or_moved(site, call, path, what):
    answer = call("admin.one", "POST", path, {"source": what})

    assert answer.status_code == 400
    assert sorted(site.people.objectIds()) == ["admin.one", "can.arslan", "hr.one", "mia.beer"]
    assert len(api.content.find(portal_type="Person")) == 4


def test_nobody_is_added_elsewhere(site, call):
    body = {"@type": "Person", "id": "lena.neu", "family_name": "Neu"}

    answers = [call("admin.one", "POST", path, body) for path in ("/", "/wissen", "/organisation")]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert api.user.get(userid="lena.neu") is None


def test_the_account_list_of_rest_leads_to_a_profile_and_back(site, call):
    made = call(
        "admin.one",
        "POST",
        "/@users",
        {
            "username": "lena.neu",
            "email": "lena.neu@wilma.example",
            "fullname": "Lena Neu",
            "password": "Servus-WiLMA-2026",
        },
    )
    renamed = call("admin.one", "PATCH", "/@users/lena.neu", {"fullname": "Lena Alt"})

    assert (made.status_code, renamed.status_code) == (201, 204)
    assert call("mia.beer", "GET", "/people/lena.neu").json()["family_name"] == "Alt"

    gone = call("admin.one", "DELETE", "/@users/lena.neu")

    assert gone.status_code == 204
    assert call("mia.beer", "GET", "/people/lena.neu").status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [({"email": "mia.beer@wilma.example"}, "email"), ({"username": "folder_contents"}, "username")],
)
def test_an_account_is_refused_as_a_profile_would_be(site, call, change, field):
    body = {
        "username": "lena.neu",
        "email": "lena.neu@wilma.example",
        "password": "Servus-WiLMA-2026",
    }

    answer = call("admin.one", "POST", "/@users", {**body, **change})

    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert api.user.get(userid="lena.neu") is None


def test_people_do_not_rename_themselves_by_their_account(site, call):
    answer = call("mia.beer", "PATCH", "/@users/mia.beer", {"fullname": "Oberbürgermeisterin"})

    assert answer.status_code == 403
    assert call("can.arslan", "GET", "/people/mia.beer").json()["fullname"] == "Beer"
    assert api.user.get(userid="mia.beer").getProperty("fullname") != "Oberbürgermeisterin"


def test_disabled_by_rest_the_profile_is_gone_for_colleagues(site, call):
    closed = call("hr.one", "POST", "/people/mia.beer/@workflow/disable", {})

    seen = [call(who, "GET", "/people/mia.beer").status_code for who in ("can.arslan", "hr.one")]
    assert (closed.status_code, seen) == (200, [404, 200])
    assert call("mia.beer", "GET", "/people/mia.beer").status_code == 401
    status = call("admin.one", "GET", "/@accounts/mia.beer").json()
    assert status["disabled"] is True

    opened = call("admin.one", "PATCH", "/@accounts/mia.beer", {"disabled": False})

    assert opened.status_code == 200
    assert call("can.arslan", "GET", "/people/mia.beer").status_code == 200


def test_the_section_lists_nobody(site, call):
    told = call("can.arslan", "GET", "/people?include_items=1&fullobjects=1").json()

    assert "items" not in told
    assert told["people"] == f"{site.absolute_url()}/@people"
