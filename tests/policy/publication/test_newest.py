"""The lists of the newest: in order, of what the person may see, and kept up to date."""

from DateTime import DateTime
from itertools import islice
from plone import api
from wilma.theme.pages.newest import newest
from wilma.theme.pages.newest import paged_newest

import pytest
import transaction


def _titles(portal, who="employee", portal_type="News Item", section="aktuelles", since=None):
    with api.env.adopt_user(who):
        return [entry.Title for entry in newest(portal, portal_type, section, since)]


def _dated(content, **dates):
    for name, value in dates.items():
        setattr(content, f"{name}_date", DateTime() + value)
    content.reindexObject()
    return content


def test_news_come_newest_first(portal, make):
    for age, title in ((3, "alt"), (1, "neu"), (2, "mittel")):
        _dated(make(state="published", title=title), effective=-age)

    assert _titles(portal) == ["neu", "mittel", "alt"]


@pytest.mark.parametrize("state", ["draft", "pending", "archived"])
def test_what_is_not_published_is_not_listed_not_even_for_editors(portal, make, state):
    make(state=state)

    assert _titles(portal) == _titles(portal, "editor") == []


@pytest.mark.parametrize("dates", [{"effective": 1}, {"expires": -1}])
def test_what_is_not_of_today_is_not_listed(portal, make, dates):
    content = make(state="published")
    content.effective_date = DateTime() + dates.get("effective", -2)
    content.expiration_date = DateTime() + dates["expires"] if "expires" in dates else None
    content.reindexObject()

    assert _titles(portal) == []


def test_a_transition_alone_is_followed(portal, make):
    content = make(state="published", title="Kam und ging")
    assert _titles(portal) == ["Kam und ging"]

    with api.env.adopt_roles(["Manager"]):
        api.content.transition(content, "retract")

    assert _titles(portal) == []


def test_what_only_some_may_see_is_listed_for_them_alone(portal, make):
    content = make(state="published", title="Nur für eine")
    for permission in ("View", "Access contents information"):
        content.manage_permission(permission, ["Manager", "Owner"], acquire=False)
    content.reindexObject()

    assert _titles(portal, "employee") == []
    assert _titles(portal, "editor") == ["Nur für eine"]


def test_a_section_is_not_mixed_with_another_of_a_longer_name(portal, make):
    make("Document", portal.wissen, state="published", by="elsewhere", title="Hier")

    assert _titles(portal, portal_type="Document", section="wisse") == []
    assert _titles(portal, portal_type="Document", section="wissen") == ["Hier"]


def test_events_begin_with_those_that_end_next(portal, make):
    now = DateTime().asdatetime()
    with api.env.adopt_roles(["Manager"]):
        for days, title in ((-2, "vorbei"), (9, "später"), (1, "bald")):
            day = (DateTime(now) + days).asdatetime()
            event = api.content.create(portal.termine, "Event", title=title, start=day, end=day)
            api.content.transition(event, "publish")

    found = _titles(portal, portal_type="Event", section="termine", since=int(now.timestamp()))

    assert found == ["bald", "später"]


def test_pages_of_a_list_meet_without_gap_or_double(portal, make, request):
    for number in range(5):
        _dated(make(state="published", title=f"{number}"), effective=-number - 1)
    web = portal.REQUEST.clone()
    seen = []
    with api.env.adopt_user("employee"):
        for start in (0, 2, 4):
            web.form["b_start"] = str(start)
            page = paged_newest(newest(portal, "News Item", "aktuelles"), web, 2)
            seen += [entry.Title for entry in page.items]

        web.form["b_start"] = "99998"
        behind = paged_newest(newest(portal, "News Item", "aktuelles"), web, 2)

    assert [entry.Title for entry in behind.items] == ["0", "1"]
    assert behind.number == 1
    assert seen == ["0", "1", "2", "3", "4"]
    assert page.next is None
    assert page.previous.endswith("b_start=2")


def test_five_of_many_load_no_more_than_five_of_few(functional_portal):
    """Objects loaded from the database, by a connection that has nothing in memory."""
    portal = functional_portal
    loaded = {}
    made = 0
    for many in (20, 120):
        with api.env.adopt_roles(["Manager"]):
            while made < many:
                item = api.content.create(portal.aktuelles, "News Item", title=f"Nr. {made}")
                api.content.transition(item, "publish")
                made += 1
        transaction.commit()
        portal._p_jar.cacheMinimize()
        before = portal._p_jar.getTransferCounts()[0]
        assert len(list(islice(newest(portal, "News Item", "aktuelles"), 5))) == 5
        loaded[many] = portal._p_jar.getTransferCounts()[0] - before

    assert loaded[120] <= loaded[20] + 10
