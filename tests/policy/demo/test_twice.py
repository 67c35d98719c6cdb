"""Loading again: nothing doubled, nothing of what people did is touched."""

from plone import api
from wilma.policy.demo import load

import re


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
    assert [line for line in said if not re.search(r": 0 (\w+ )?made", line)] == []


def test_what_people_changed_stays(city):
    news = city.aktuelles["jobrad-teilzeit"]
    news.title = "Von Hand geändert"
    city.info.impressum.text = None
    api.content.transition(news, "retract")
    api.user.get(userid="maria.huber").setMemberProperties({"fullname": "Maria Huber-Lang"})
    city.people["georg.wagner"].topics = ("Stapler",)
    city.organisation.kultur.title = "Kulturreferat mit Volkshochschule"

    load(city, lambda line: None)

    assert news.title == "Von Hand geändert"
    assert city.info.impressum.text is None
    assert api.content.get_state(news) == "draft"
    assert api.user.get(userid="maria.huber").getProperty("fullname") == "Maria Huber-Lang"
    assert city.people["georg.wagner"].topics == ("Stapler",)
    assert city.organisation.kultur.title == "Kulturreferat mit Volkshochschule"


def test_what_is_missing_comes_back(city):
    del city.termine["blutspende"]
    api.user.delete(username="mai.pham")
    del city.organisation.rku["naturschutz"]

    load(city, lambda line: None)

    assert "blutspende" in city.termine
    assert "naturschutz" in city.organisation.rku
    assert city.people["mai.pham"].unit == city.organisation.rku.naturschutz.UID()
