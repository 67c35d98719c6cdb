"""What stands in the city after loading."""

from collections import Counter
from datetime import datetime
from datetime import timedelta
from plone import api
from wilma.policy.demo import is_demo
from zope.component import getUtility
from zope.intid.interfaces import IIntIds

import io
import magic
import PIL.Image
import pytest


def _states(items):
    return Counter(api.content.get_state(item) for item in items)


def _age(item):
    return (datetime.now().astimezone() - item.effective().asdatetime()).days


def test_thirty_news_and_one_in_the_archive(find):
    states = _states(find("News Item", "aktuelles"))

    assert states == {"published": 26, "pending": 2, "draft": 2, "archived": 1}


def test_one_news_is_over_and_one_is_not_out_yet(find):
    news = find("News Item", "aktuelles")
    published = [item for item in news if api.content.get_state(item) == "published"]

    assert len([item for item in published if item.expires().isPast()]) == 1
    assert len([item for item in published if item.effective().isFuture()]) == 1


def test_news_are_spread_over_two_months(find):
    news = find("News Item", "aktuelles")
    ages = [_age(item) for item in news if item.effective_date and item.effective().isPast()]

    assert min(ages) <= 3
    assert 50 < max(ages) < 70
    assert len([age for age in ages if age < 30]) > 10
    assert len([age for age in ages if age > 30]) > 8


def test_every_news_has_a_picture_with_alternative_text_and_caption(find):
    news = find("News Item", "aktuelles")
    sizes = {PIL.Image.open(io.BytesIO(item.image.data)).size for item in news}

    assert sizes == {(1200, 675)}
    assert not [item.getId() for item in news if not item.image_alt or not item.image_caption]
    assert len({item.image.data for item in news}) == len(news)


def test_who_wrote_and_who_published_is_told(city):
    item = city.aktuelles["jobrad-teilzeit"]
    history = item.workflow_history["wilma_editorial_workflow"]

    assert item.Creator() == item.getOwner().getId() == "maria.huber"
    assert [step["actor"] for step in history] == ["maria.huber", "stefan.maier"]


def test_events_past_and_coming(find):
    events = find("Event", "termine")
    now = datetime.now().astimezone()

    assert len(events) == 15
    assert len([event for event in events if event.end < now]) == 3
    assert len([event for event in events if event.start > now]) == 12
    assert [event.getId() for event in events if event.whole_day] == ["aktionstag-barrierefreiheit"]
    assert len([e for e in events if e.end - e.start > timedelta(days=1)]) == 2
    assert not [e.getId() for e in events if not (e.location and e.contact_name and e.text)]


def test_knowledge_is_a_tree_of_pages_with_contact_and_review_date(find):
    pages = find("Document", "wissen")
    depths = {len(page.getPhysicalPath()) - 4 for page in pages}

    assert len(pages) == 25
    assert depths == {1, 2}
    assert not [page.getId() for page in pages if not (page.review_date and page.contact_name)]
    assert len({page.effective() for page in pages}) > 15
    assert len([page for page in pages if page.table_of_contents]) >= 5
    assert len([page for page in pages if page.relatedItems]) >= 15


def test_forms_stand_behind_what_explains_them(city):
    assert list(city.wissen.objectIds()) == ["arbeiten", "it", "verwaltung", "formulare"]


def test_ten_files_that_are_what_they_say(find):
    files = find("File", "wissen")
    kinds = Counter(item.getId() and item.file.filename.rsplit(".")[1] for item in files)

    assert kinds == {"pdf": 5, "docx": 3, "odt": 2}
    assert not [f for f in files if magic.from_buffer(f.file.data, mime=True) != f.file.contentType]


def test_services_link_to_invented_places(find):
    links = find("Link", "services")

    assert len(links) >= 20
    assert not [link for link in links if not link.remoteUrl.endswith(".wilma.example")]
    assert not [link for link in links if not link.Subject() or not link.Description()]


def test_public_pages_got_their_text(city):
    for name in ("impressum", "datenschutz", "barrierefreiheit", "hilfe"):
        assert len(city.info[name].text.raw) > 500


@pytest.mark.parametrize(
    ("portal_type", "section"), [("News Item", "aktuelles"), ("Document", "wissen")]
)
def test_what_is_published_has_something_to_say(find, portal_type, section):
    published = [i for i in find(portal_type, section) if api.content.get_state(i) == "published"]

    assert not [i.getId() for i in published if not 120 < len(i.text.raw.split()) < 700]


@pytest.mark.parametrize("section", ["aktuelles", "termine", "wissen"])
def test_links_and_relations_lead_somewhere(find, section):
    intids = getUtility(IIntIds)
    for item in find(["News Item", "Event", "Document"], section):
        assert 'href="/' not in item.text.raw
        assert "{" not in item.text.raw + item.title + item.description
        for part in item.text.raw.split('"resolveuid/')[1:]:
            assert api.content.get(UID=part.split('"')[0])
        for relation in getattr(item, "relatedItems", None) or ():
            assert intids.queryObject(relation.to_id) is not None


def test_subjects_can_be_searched(city):
    found = city.portal_catalog.unrestrictedSearchResults(Subject="Jobrad")

    assert {"jobrad", "jobrad-teilzeit"} <= {hit.getId for hit in found}


def test_the_city_is_marked(city):
    assert is_demo(city) is True
