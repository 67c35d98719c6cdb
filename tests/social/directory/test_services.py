"""`@people` and `@suggest` over HTTP."""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from tests.social.directory.conftest import entry
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.interfaces import AccountDisabled
from zope.event import notify

import pytest
import requests
import transaction


@pytest.fixture
def city(functional_portal):
    """A unit, a section below it, four people and some content, published or not."""
    portal = functional_portal
    for userid in ("employee", "gone", "site_admin"):
        make_user(userid)
    api.user.grant_roles(username="site_admin", roles=["Site Administrator"])
    with api.env.adopt_roles(["Manager"]):
        top = api.content.create(portal.organisation, "OrgUnit", "rku", title="Klimaschutz")
        low = api.content.create(top, "OrgUnit", "energie", title="Energie")
        for name, state in (("Radwegenetz", "publish"), ("Radwegeentwurf", "")):
            page = api.content.create(portal.wissen, "Document", name.lower(), title=name)
            if state:
                api.content.transition(page, state)
    directory = IDirectory(portal)
    amira = entry(
        "amira", "Amira Yılmaz", function="Referentin", unit=low.UID(), phone="233-1",
        topics=("Radwege",), portrait="@@images/portrait-128-abc.png",
    )  # fmt: skip
    directory.put(amira)
    directory.put(entry("bert", "Bert Rad", unit=top.UID()))
    directory.put(entry("gone", "Gerda Rad"))
    notify(AccountDisabled("gone"))
    transaction.commit()
    return {"portal": portal, "top": top.UID(), "low": low.UID(), "url": portal.absolute_url()}


@pytest.fixture
def get(city):
    """GET a service as somebody; None is nobody."""

    def get(path, who="employee"):
        return requests.get(
            f"{city['url']}/{path}",
            auth=who and (who, PASSWORD),
            headers={"Accept": "application/json"},
            allow_redirects=False,
            timeout=60,
        )

    return get


def userids(answer):
    return [item["userid"] for item in answer.json()["items"]]


def test_an_item_says_all_that_is_open_about_a_person(city, get):
    answer = get("@people?q=yilmas")

    assert answer.status_code == 200
    assert answer.json() == {
        "@id": f"{city['url']}/@people?q=yilmas",
        "items_total": 1,
        "items": [
            {
                "@id": f"{city['url']}/people/amira",
                "userid": "amira",
                "fullname": "Amira Yılmaz",
                "function": "Referentin",
                "unit": {"@id": f"{city['url']}/organisation/rku/energie", "title": "Energie"},
                "phone": "233-1",
                "mobile": "",
                "email": "amira@wilma.example",
                "office": "",
                "portrait": f"{city['url']}/people/amira/@@images/portrait-128-abc.png",
                "topics": ["Radwege"],
                "can": {"edit": False},
            }
        ],
    }


def test_can_says_who_may_edit(get):
    can = [item["can"]["edit"] for item in get("@people?q=employee").json()["items"]]
    assert can == [True]
    assert get("@people?q=yilmaz", "site_admin").json()["items"][0]["can"] == {"edit": True}


def test_a_unit_with_those_below_and_a_topic(city, get):
    assert userids(get(f"@people?unit={city['top']}")) == ["bert", "amira"]
    assert userids(get(f"@people?unit={city['low']}")) == ["amira"]
    assert userids(get("@people?topic=radwege")) == ["amira"]
    assert userids(get("@people?topic=rad")) == []


def test_pages_follow_each_other(get):
    first = get("@people?b_size=2").json()
    second = requests.get(
        first["batching"]["next"],
        auth=("employee", PASSWORD),
        headers={"Accept": "application/json"},
        timeout=60,
    ).json()

    assert first["items_total"] == second["items_total"] == 4
    ids = [item["userid"] for item in first["items"] + second["items"]]
    assert ids == ["employee", "bert", "site_admin", "amira"]
    assert get("@people?b_start=999").json()["items"] == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("b_start=-1", "b_start"),
        ("b_start=x", "b_start"),
        ("b_start=99999999999999999999", "b_start"),
        ("b_size=0", "b_size"),
        ("b_size=101", "b_size"),
        ("b_size=1&b_size=2", "b_size"),
        ("q=a&q=b", "q"),
        ("q:int=7", "q"),
        ("q.x:record=1", "q"),
        ("unit=nothing", "unit"),
        ("topic=" + "x" * 101, "topic"),
    ],
)
def test_bad_input_names_the_field(get, query, field):
    answer = get(f"@people?{query}")

    assert (answer.status_code, answer.json().get("field")) == (400, field)


def test_a_long_question_is_cut(get):
    assert get("@people?q=yilmaz" + "%20" * 95 + "x" * 500).json()["items_total"] == 1


@pytest.mark.parametrize("path", ["@people", "@people?q=x&b_size=0", "@suggest?q=amira"])
def test_without_an_account_401(get, path):
    assert get(path, None).status_code == 401


@pytest.mark.parametrize("path", ["@people?q=gerda", "@people?q=gone", "@suggest?q=gerda"])
def test_who_is_disabled_is_not_found_by_anybody(get, path):
    assert get(path).json()["items"] == []
    assert get(path, "site_admin").json()["items"] == []


def test_suggestions_are_people_then_content(city, get):
    answer = get("@suggest?q=radwege").json()

    assert answer == {
        "@id": f"{city['url']}/@suggest",
        "types": {"person": "Personen", "content": "Inhalte"},
        "items": [
            {
                "type": "person",
                "@id": f"{city['url']}/people/amira",
                "userid": "amira",
                "title": "Amira Yılmaz",
                "description": "Referentin, Energie",
                "icon": "user",
                "portrait": f"{city['url']}/people/amira/@@images/portrait-128-abc.png",
                "initials": "AY",
                "tone": answer["items"][0]["tone"],
            },
            {
                "type": "content",
                "@id": f"{city['url']}/wissen/radwegenetz",
                "title": "Radwegenetz",
                "description": "Seite",
                "icon": "book",
            },
        ],
    }


def test_drafts_are_suggested_to_who_may_see_them_only(get):
    def titles(who):
        items = get("@suggest?q=radwege&types=content", who).json()["items"]
        return sorted(item["title"] for item in items)

    assert titles("employee") == ["Radwegenetz"]
    assert titles("site_admin") == ["Radwegeentwurf", "Radwegenetz"]


def test_types_are_chosen(get):
    def types(query):
        return {item["type"] for item in get(f"@suggest?q=radwege&{query}").json()["items"]}

    assert types("types=person") == {"person"}
    assert types("types=content,person") == {"person", "content"}
    answer = get("@suggest?q=radwege&types=secret")
    assert (answer.status_code, answer.json()["field"]) == (400, "types")


def test_one_kind_leaves_room_for_the_other_and_ten_are_enough(city, get):
    for number in range(20):
        IDirectory(city["portal"]).put(entry(f"r{number}", f"Rita Radwege{number:02}"))
    transaction.commit()

    types = [item["type"] for item in get("@suggest?q=radwege").json()["items"]]
    assert types == ["person"] * 9 + ["content"]


@pytest.mark.parametrize("q", ["", "a", "%20", "'", "(", "*", "AND", "NOT", '"', "🎉🎉"])
def test_what_cannot_be_searched_finds_nothing_and_breaks_nothing(get, q):
    answer = get(f"@suggest?q={q}")

    assert (answer.status_code, answer.json()["items"]) == (200, [])
