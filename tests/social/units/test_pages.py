"""The page of a unit, and the tree of the organisation."""

from lxml import html
from plone import api
from tests.policy.browsers import Browser
from tests.policy.conftest import make_user
from wilma.social.units.chart import find_units
from wilma.social.units.chart import grow
from wilma.social.units.chart import MOST_ROWS
from wilma.social.units.interfaces import IUnits
from wilma.social.units.interfaces import Unit
from wilma.social.units.pages import OrganisationPage
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import gzip
import hashlib
import pytest
import transaction


class Town:
    """A tree as IUnits gives it: `widths` says how many units are below each, level by level."""

    def __init__(self, *widths):
        self._below = {None: []}
        parents = [None]
        for width in widths:
            parents = [self._add(parent, number) for parent in parents for number in range(width)]

    def _add(self, parent, number):
        uid = f"{parent or 'u'}-{number}"
        # Names that do not repeat, as long as those of a city.
        title = f"Sachgebiet {hashlib.sha256(uid.encode()).hexdigest()[:24]}"
        unit = Unit(uid, title, f"RKU-{number}", f"/organisation/{title}", parent, None)
        self._below.setdefault(parent, []).append(unit)
        return uid

    def children(self, uid):
        return self._below.get(uid, [])


def _count(nodes):
    return sum(1 + _count(node.children) for node in nodes)


@pytest.mark.parametrize(
    ("widths", "drawn"),
    [((), 0), ((3, 2, 2), 21), ((40,), 40), ((40, 4), 40), ((5, 5, 5, 5), 155), ((400,), 400)],
)
def test_whole_levels_are_drawn_as_long_as_a_page_bears_them(widths, drawn):
    assert _count(grow(Town(*widths))) == drawn


def test_what_is_not_drawn_is_told():
    nodes = grow(Town(MOST_ROWS, 2))

    assert {(node.more, node.children) for node in nodes} == {(True, ())}


def test_a_small_tree_stands_open_on_its_first_level():
    (first, *_others) = grow(Town(4, 3, 2))

    assert first.open
    assert not first.children[0].open
    assert not first.children[0].more


# Pages


def test_the_largest_tree_stays_within_the_weight_of_a_page(city):
    town = Town(12, 14)
    nodes = grow(town)
    with api.env.adopt_user("mia.beer"):
        page = OrganisationPage(city.organisation, city.REQUEST)
        drawn = page.tree(nodes, "de")

    assert _count(nodes) == MOST_ROWS
    # The shell around it takes 5 of 15 KB.
    assert len(gzip.compress(drawn.encode())) < 10 * 1024


@pytest.fixture
def city(functional_portal):
    """A department with a division, a hidden one and people; `org.one` keeps the units."""
    portal = functional_portal
    for userid in ("mia.beer", "can.arslan", "org.one"):
        make_user(userid)
    portal.organisation.manage_setLocalRoles("org.one", ["Editor"])
    portal.organisation.reindexObjectSecurity()
    with api.env.adopt_roles(["Manager"]):
        bau = api.content.create(
            portal.organisation,
            "OrgUnit",
            "bau",
            title="Baureferat",
            short_name="BAU",
            description="Baut Straßen.",
            head="can.arslan",
            phone="089 12",
            address="Bauplatz 1",
        )
        tiefbau = api.content.create(bau, "OrgUnit", "tiefbau", title="Tiefbau")
        api.content.create(tiefbau, "OrgUnit", "radwege", title="Radwege und Gehwege")
        geheim = api.content.create(bau, "OrgUnit", "geheim", title="Quittenstelle")
        api.content.transition(geheim, "hide")
        _work("can.arslan", "Arslan", bau)
        _work("mia.beer", "Beer", tiefbau)
    transaction.commit()
    return portal


@pytest.fixture
def read(city):
    """Give a function (path, userid) -> the content of the page as that person sees it."""

    def read(path, userid="mia.beer"):
        browser = Browser(city.absolute_url())
        browser.login(userid)
        answer = browser.get(path)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text).find(".//main")

    return read


def _work(userid, name, unit):
    person = api.portal.get().people[userid]
    person.family_name, person.unit = name, unit.UID()
    notify(ObjectModifiedEvent(person))


def _words(element):
    return " ".join(element.text_content().split())


def _people(page):
    return page.xpath(".//section[@aria-labelledby='h-people']//h3/a/text()")


def _addresses(page):
    urls = page.xpath(".//*[contains(@class, 'wl-unit')]/a/@href")
    return [url.rpartition("/organisation")[2] for url in urls]


def test_a_unit_says_what_it_does_and_who_heads_it(read):
    page = read("/organisation/bau")

    assert _words(page.find(".//h1")) == "Baureferat BAU"
    assert "Baut Straßen." in _words(page)
    assert "Bauplatz 1" in _words(page)
    assert page.xpath(".//section[@aria-labelledby='h-head']//h3/a/text()") == ["Arslan"]
    assert _addresses(page) == ["/bau/tiefbau", "/bau/tiefbau/radwege"]


def test_people_right_in_it_first_and_those_below_on_request(read):
    assert _people(read("/organisation/bau")) == ["Arslan"]
    assert _people(read("/organisation/bau?below=1")) == ["Arslan", "Beer"]
    assert _people(read("/organisation/bau/tiefbau")) == ["Beer"]


def test_nobody_who_was_disabled_works_there(city, read):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(city.people["can.arslan"], "disable")
    transaction.commit()

    for userid in ("mia.beer", "org.one"):
        page = read("/organisation/bau", userid)
        assert _people(page) == []
        assert page.xpath(".//section[@aria-labelledby='h-head']") == []
    assert _people(read("/organisation/bau?below=1")) == ["Beer"]


def test_a_hidden_unit_is_in_no_tree_and_a_note_for_editors(city, read):
    assert "Quitten" not in _words(read("/organisation"))
    assert "Quitten" not in _words(read("/organisation/bau"))
    assert "Quitten" not in _words(read("/organisation?q=quittenstelle"))
    assert "verborgen" in _words(read("/organisation/bau/geheim", "org.one"))
    browser = Browser(city.absolute_url())
    browser.login("mia.beer")
    assert browser.get("/organisation/bau/geheim").status_code == 404


def test_only_editors_are_offered_to_change_it(read):
    assert "Neue Untereinheit" not in _words(read("/organisation/bau"))
    assert "Neue Einheit" not in _words(read("/organisation"))
    assert "Neue Untereinheit" in _words(read("/organisation/bau", "org.one"))
    assert "Neue Einheit" in _words(read("/organisation", "org.one"))


def test_the_tree_works_without_scripts(read):
    page = read("/organisation")

    assert _addresses(page) == ["/bau", "/bau/tiefbau", "/bau/tiefbau/radwege"]
    opened = [node.get("open") is not None for node in page.xpath(".//details")]
    assert opened == [True, False]
    names = [_words(node) for node in page.xpath(".//details/summary")]
    assert names == ["Untereinheiten von Baureferat", "Untereinheiten von Tiefbau"]
    assert page.xpath(".//summary//a") == []
    assert page.xpath(".//small/a/text()") == ["Arslan"]


@pytest.mark.parametrize(("q", "found"), [("radwege", 1), ("BAU", 2), ("  ", 0), ("qqq", 0)])
def test_units_are_found_by_words_of_their_names(city, q, found):
    units = find_units(IUnits(city), q)

    assert len(units) == found
    if q == "BAU":
        assert units[0].short_name == "BAU"


def test_a_search_shows_the_way_to_each(read):
    page = read("/organisation?q=gehwege")

    assert "Radwege und GehwegeBaureferat › Tiefbau" in _words(page)
    assert _addresses(page) == []


def test_nothing_found_leads_back(city, read):
    page = read("/organisation?q=qqq")

    assert page.xpath(".//div[@class='wl-empty']//a/@href") == [
        f"{city.absolute_url()}/organisation"
    ]
