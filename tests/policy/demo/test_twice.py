"""Loading again: nothing doubled, nothing of what people did is touched."""

from plone import api
from wilma.policy.demo import load


def _picture_of(city):
    hits = city.portal_catalog.unrestrictedSearchResults()
    return {hit.getPath(): (hit.modified, hit.review_state, hit.Title) for hit in hits}


def test_a_second_run_changes_nothing(city):
    before = _picture_of(city)
    people = len(api.user.get_users())

    said = []
    load(city, said.append)

    assert _picture_of(city) == before
    assert len(api.user.get_users()) == people
    assert all(" 0 made" in line or " 0 accounts" in line for line in said)


def test_what_people_changed_stays(city):
    news = city.aktuelles["jobrad-teilzeit"]
    news.title = "Von Hand geändert"
    city.info.impressum.text = None
    api.content.transition(news, "retract")
    api.user.get(userid="maria.huber").setMemberProperties({"fullname": "Maria Huber-Lang"})

    load(city, lambda line: None)

    assert news.title == "Von Hand geändert"
    assert city.info.impressum.text is None
    assert api.content.get_state(news) == "draft"
    assert api.user.get(userid="maria.huber").getProperty("fullname") == "Maria Huber-Lang"


def test_what_is_missing_comes_back(city):
    del city.termine["blutspende"]

    load(city, lambda line: None)

    assert "blutspende" in city.termine
