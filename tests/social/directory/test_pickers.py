"""Plone's own ways to users and groups: nobody disabled, no room, never everybody.

What could leak is there: a disabled account with a profile, a group of a room with a telling
title, and more people than any list may show.
"""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from tests.social.directory.conftest import entry
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.interfaces import AccountDisabled
from zope.component import getUtility
from zope.event import notify
from zope.schema.interfaces import IVocabularyFactory

import json
import pytest
import requests
import transaction


DISABLED = "Gerda Quittenbaum"
ROOM = "Members:quittenbaumuid"
ROOM_TITLE = "Vertraulicher Quittengarten"
CITY = 120

USERS = "plone.app.vocabularies.Users"
GROUPS = "plone.app.vocabularies.Groups"
PRINCIPALS = "plone.app.vocabularies.Principals"
ASK = "@@getVocabulary?name={name}&query={q}"
FIELD = "wissen/seite/@@getVocabulary?name={name}&field=creators&query={q}"

# Every way to users and groups we know of; {q} is what was searched for.
WAYS = {
    "people": "@people?q={q}&b_size=100",
    "suggest": "@suggest?q={q}",
    "users vocabulary": f"@vocabularies/{USERS}?title={{q}}&b_size=500",
    "groups vocabulary": f"@vocabularies/{GROUPS}?title={{q}}&b_size=500",
    "principals vocabulary": f"@vocabularies/{PRINCIPALS}?title={{q}}&b_size=500",
    "group ids vocabulary": "@vocabularies/plone.app.users.group_ids?b_size=500",
    "users by name": f"@vocabularies/{USERS}?token=gerda",
    "groups by name": f"@vocabularies/{GROUPS}?token={ROOM}",
    "asked for users": ASK.format(name=USERS, q="{q}"),
    "asked for groups": ASK.format(name=GROUPS, q="{q}"),
    "asked for principals": ASK.format(name=PRINCIPALS, q="{q}"),
    "creators of a page": FIELD.format(name=USERS, q="{q}"),
    "groups as creators": FIELD.format(name=GROUPS, q="{q}"),
    "rest users": "@users?query={q}",
    "rest users searched": "@users?search={q}",
    "rest users all": "@users",
    "rest groups": "@groups?query={q}",
    "rest groups all": "@groups",
    "rest group": f"@groups/{ROOM}",
    "rest principals": "@principals?search={q}",
    "rest sharing": "wissen/@sharing?search={q}",
    "sharing": "wissen/@@sharing?search_term={q}",
    "member search": "@@member-search?form.widgets.fullname={q}&form.buttons.search=1",
    "users panel": "@@usergroup-userprefs?searchstring={q}",
    "users panel all": "@@usergroup-userprefs?form.button.FindAll=1",
    "groups panel": "@@usergroup-groupprefs?searchstring={q}",
    "groups panel all": "@@usergroup-groupprefs",
    "user's groups": "@@usergroup-usermembership?userid=employee&searchstring={q}",
    "teapot": "@@pas_search",
}
# Where who manages users must find a disabled account, too.
MANAGING = {"rest users", "rest users searched", "users panel", "rest sharing", "sharing"}


@pytest.fixture
def city(functional_portal):
    """People of every kind, and many more."""
    portal = functional_portal
    for userid in ("employee", "owner", "gerda", "intranet_editor", "site_admin"):
        make_user(userid)
    api.user.grant_roles(username="site_admin", roles=["Site Administrator"])
    api.user.grant_roles(username="intranet_editor", roles=["Intranet Editor"])
    with api.env.adopt_roles(["Manager"]):
        api.user.get(userid="gerda").setMemberProperties({"fullname": DISABLED})
        page = api.content.create(portal.wissen, "Document", "seite", title="Seite")
        page.manage_setLocalRoles("owner", ["Owner", "Editor"])
        page.reindexObjectSecurity()
    notify(AccountDisabled("gerda"))
    portal.acl_users.source_groups.addGroup(ROOM, title=ROOM_TITLE)
    portal.acl_users.source_groups.addGroup("leitung", title="Leitungen der Ämter")
    for number in range(CITY):
        IDirectory(portal).put(entry(f"x{number:03}", f"Max Übermann{number:03}"))
    transaction.commit()
    return portal


@pytest.fixture
def get(city):
    """GET a path as somebody: the answer's status and text."""

    def get(path, who="employee"):
        accept = "application/json" if "@" in path.replace("@@", "") else "text/html"
        answer = requests.get(
            f"{city.absolute_url()}/{path}",
            auth=(who, PASSWORD),
            headers={"Accept": accept},
            allow_redirects=False,
            timeout=120,
        )
        return answer.status_code, answer.text

    return get


@pytest.mark.parametrize("who", ["employee", "owner", "intranet_editor"])
@pytest.mark.parametrize("q", ["gerda", "Quitten"])
def test_no_way_tells_employees_of_who_is_disabled_or_of_a_room(get, who, q):
    faults = [
        way
        for way, path in WAYS.items()
        for status, text in [get(path.format(q=q), who)]
        if DISABLED in text or ROOM_TITLE in text or f'"{ROOM}"' in text or status >= 500
        if way != "teapot"
    ]

    assert faults == []


def test_not_even_who_manages_users_is_told_of_a_room(get):
    faults = [
        (way, q)
        for q in ("Quitten", "Members", "")
        for way, path in WAYS.items()
        for _status, text in [get(path.format(q=q), "site_admin")]
        if ROOM_TITLE in text or (ROOM in text and way not in ("rest group", "groups by name"))
    ]

    assert faults == []


@pytest.mark.parametrize("word", ["Quittenbaum", "gerda"])
def test_who_manages_users_finds_disabled_accounts(get, word):
    found = {way for way in MANAGING if DISABLED in get(WAYS[way].format(q=word), "site_admin")[1]}

    assert found == MANAGING


def test_no_way_lists_everybody(get):
    counts = {
        way: get(path.format(q=q), "site_admin")[1].count("Übermann")
        for way, path in WAYS.items()
        for q in ("",)
        if way != "people"
    }

    assert {way: count for way, count in counts.items() if count > 2 * 20} == {}


def test_an_employee_gets_no_list_of_users_or_groups_from_plone(get):
    opened = [
        way
        for way, path in WAYS.items()
        for _status, text in [get(path.format(q="Leitung"))]
        if way not in ("people", "suggest") and ("Übermann" in text or "Leitungen der" in text)
    ]

    assert opened == []


def test_no_vocabulary_open_to_employees_names_people_or_groups(get):
    status, listing = get("@vocabularies")
    assert status == 200
    names = [item["title"] for item in json.loads(listing)]
    assert USERS in names

    faults = [
        name
        for name in names
        for _status, text in [get(f"@vocabularies/{name}?b_size=5000")]
        if any(word in text for word in (DISABLED, ROOM, "Übermann", "Leitungen der", "x001"))
    ]

    assert faults == []


def test_who_edits_a_page_finds_creators_by_what_they_type(get):
    def results(q):
        return json.loads(get(FIELD.format(name=USERS, q=q), "owner")[1])["results"]

    assert results("ubermann007") == [{"id": "x007", "text": "Max Übermann007"}]
    assert len(results("")) == 20
    assert len(results("übermann")) == 50
    criteria = '{"criteria":[{"i":"SearchableText","o":"x","v":"*ubermann007*"}]}'
    assert results(criteria) == [{"id": "x007", "text": "Max Übermann007"}]


def test_who_may_share_finds_people_and_groups(get):
    status, text = get("wissen/@sharing?search=ubermann007", "site_admin")
    assert status == 200
    assert [e["title"] for e in json.loads(text)["entries"] if e["id"] == "employee"] == []

    text = get("wissen/@sharing?search=employee", "site_admin")[1]
    assert "employee" in [e["id"] for e in json.loads(text)["entries"]]
    text = get("wissen/@sharing?search=Leitungen", "site_admin")[1]
    assert "leitung" in [e["id"] for e in json.loads(text)["entries"]]


def test_what_was_chosen_once_stays_valid(city):
    users = getUtility(IVocabularyFactory, USERS)(city)
    principals = getUtility(IVocabularyFactory, PRINCIPALS)(city)

    assert "site_admin" in users
    assert "gerda" in users
    assert users.getTerm("gerda").title == DISABLED
    assert users.getTermByToken("employee").value == "employee"
    assert "nobody" not in users
    assert "user:employee" in principals
    assert principals.getTermByToken("group__leitung").title == "Leitungen der Ämter"


@pytest.mark.parametrize(("name", "value"), [(GROUPS, ROOM), (PRINCIPALS, f"group:{ROOM}")])
def test_a_room_is_no_term_not_even_by_its_id(city, name, value):
    vocabulary = getUtility(IVocabularyFactory, name)(city)

    assert value not in vocabulary
    with pytest.raises(LookupError):
        vocabulary.getTerm(value)


def test_groups_are_found_by_any_spelling(city):
    found = getUtility(IVocabularyFactory, GROUPS)(city, query="amter")

    assert [term.value for term in found] == ["leitung"]
