"""The tree of units as plain data, whatever happens to the content."""

from plone import api
from tests.policy.conftest import make_user
from wilma.social.units.interfaces import IUnits
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory

import pytest


@pytest.fixture
def units(portal):
    """Two departments, "bau" with a division and a section in it."""
    with api.env.adopt_roles(["Manager"]):
        api.content.create(portal.organisation, "OrgUnit", "umwelt", title="Umweltreferat")
        bau = api.content.create(
            portal.organisation, "OrgUnit", "bau", title="Baureferat", short_name="BAU"
        )
        tiefbau = api.content.create(bau, "OrgUnit", "tiefbau", title="Ämter für Tiefbau")
        api.content.create(tiefbau, "OrgUnit", "radwege", title="Radwege")
        api.content.create(bau, "OrgUnit", "zentrale", title="Zentrale Dienste")
        api.content.create(bau, "OrgUnit", "archiv", title="archiv")
        yield portal.organisation


def _tree():
    return IUnits(api.portal.get())


def _paths():
    return sorted(unit.path for unit in _tree().all())


ALL = [
    "/organisation/bau",
    "/organisation/bau/archiv",
    "/organisation/bau/tiefbau",
    "/organisation/bau/tiefbau/radwege",
    "/organisation/bau/zentrale",
    "/organisation/umwelt",
]


def test_it_holds_all_units_and_the_way_to_each(units):
    radwege = units.bau.tiefbau.radwege

    assert _paths() == ALL
    line = _tree().line(radwege.UID())
    assert [unit.title for unit in line] == ["Baureferat", "Ämter für Tiefbau", "Radwege"]
    assert _tree().get(units.bau.UID()).short_name == "BAU"
    assert _tree().line("gibt-es-nicht") == []


def test_children_are_in_german_order(units):
    titles = [unit.title for unit in _tree().children(units.bau.UID())]

    assert titles == ["Ämter für Tiefbau", "archiv", "Zentrale Dienste"]
    assert [unit.title for unit in _tree().children(None)] == ["Baureferat", "Umweltreferat"]


def test_the_vocabulary_says_where_a_unit_lies(units):
    terms = getUtility(IVocabularyFactory, "wilma.social.units")(units)

    assert [term.title for term in terms] == [
        "Baureferat",
        "Baureferat › Ämter für Tiefbau",
        "Baureferat › Ämter für Tiefbau › Radwege",
        "Baureferat › archiv",
        "Baureferat › Zentrale Dienste",
        "Umweltreferat",
    ]


def test_it_follows_a_new_name_of_the_unit(units):
    units.bau.title = "Mobilitätsreferat"
    notify(ObjectModifiedEvent(units.bau))

    assert _tree().get(units.bau.UID()).title == "Mobilitätsreferat"


def test_it_follows_what_moves_with_all_that_lies_below(units):
    radwege = units.bau.tiefbau.radwege.UID()

    moved = api.content.move(units.bau.tiefbau, units.umwelt)

    assert [unit.path for unit in _tree().line(radwege)] == [
        "/organisation/umwelt",
        "/organisation/umwelt/tiefbau",
        "/organisation/umwelt/tiefbau/radwege",
    ]
    assert [unit.uid for unit in _tree().children(units.umwelt.UID())] == [moved.UID()]
    assert moved.UID() not in [unit.uid for unit in _tree().children(units.bau.UID())]


def test_it_follows_another_address(units):
    api.content.rename(units.bau, "mobilitaet")

    assert "/organisation/mobilitaet/tiefbau/radwege" in _paths()
    assert not [path for path in _paths() if path.startswith("/organisation/bau")]


def test_it_forgets_what_is_deleted(units):
    api.content.delete(units.umwelt)

    assert "/organisation/umwelt" not in _paths()
    assert [unit.title for unit in _tree().children(None)] == ["Baureferat"]


def test_hidden_units_and_what_lies_below_are_not_in_it(units):
    uid = units.bau.tiefbau.radwege.UID()

    api.content.transition(units.bau, "hide")

    assert _paths() == ["/organisation/umwelt"]
    assert _tree().line(uid) == []
    api.content.transition(units.bau, "show")
    assert _paths() == ALL


def test_hidden_units_are_offered_to_who_keeps_them_alone(units):
    for userid in ("mia.beer", "hr.one"):
        make_user(userid)
    units.manage_setLocalRoles("hr.one", ["Editor"])
    units.reindexObjectSecurity()
    api.content.transition(units.bau, "hide")
    factory = getUtility(IVocabularyFactory, "wilma.social.units")

    with api.env.adopt_user("mia.beer"):
        offered = [term.title for term in factory(units)]
    with api.env.adopt_user("hr.one"):
        kept = [term.title for term in factory(units)]

    assert offered == ["Umweltreferat"]
    assert "Baureferat › Ämter für Tiefbau › Radwege" in kept
    assert len(kept) == len(ALL)


def test_hiding_hides_what_lies_below_from_the_catalog_too(units):
    api.user.create(username="mia.beer", email="mia@wilma.example", password="Servus-WiLMA-2026")

    api.content.transition(units.bau, "hide")

    with api.env.adopt_user("mia.beer"):
        found = [brain.getId for brain in api.content.find(portal_type="OrgUnit")]
        assert not api.user.has_permission("View", obj=units.bau.tiefbau.radwege)
    assert found == ["umwelt"]


def test_put_back_from_the_bin_it_is_in_the_tree_again(units):
    unit, path = units.umwelt, "/organisation/umwelt"
    copy = unit._p_jar is None or unit
    units._delObject("umwelt")

    units._setObject("umwelt", copy)

    assert path in _paths()


def test_a_change_without_news_writes_nothing(units):
    annotation = api.portal.get().__annotations__["wilma.units"]
    api.portal.get()._p_jar.savepoint()

    notify(ObjectModifiedEvent(units.bau))

    assert not annotation["units"]._p_changed
