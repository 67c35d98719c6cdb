"""Lists show what is published and in time, with the person's rights; and bear bad input."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from lxml import html
from PIL import Image
from plone import api
from plone.app.event.base import default_timezone
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from wilma.theme.pages.listing import paged
from wilma.theme.shell.sections import info_pages
from wilma.theme.shell.sections import sections
from z3c.relationfield import RelationValue
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.intid.interfaces import IIntIds

import io
import pytest


def dummy_png():
    """A real picture, wide enough for two scales."""
    body = io.BytesIO()
    Image.new("RGB", (900, 500), "navy").save(body, "PNG")
    return body.getvalue()


@pytest.fixture
def see(portal, http_request):
    """What a person sees on a page, as text."""

    def see(context, view, by="employee", **form):
        request = http_request
        # Another person is another request: nothing remembered of the one before.
        IAnnotations(request).clear()
        request.form.clear()
        request.form.update(form)
        with api.env.adopt_user(by):
            page = api.content.get_view(view, context, request)()
        return " ".join(html.fromstring(page).xpath("string(//main)").split())

    return see


@pytest.mark.parametrize("state", ["draft", "pending", "archived"])
def test_unpublished_news_is_in_no_list(portal, make, see, state):
    make(title="Geheimsache Quitte", state=state)

    assert "Quitte" not in see(portal, "listing_view")
    assert "Quitte" not in see(portal.aktuelles, "listing_view")
    assert "Quitte" not in see(portal, "search", SearchableText="Quitte").replace("„Quitte“", "")


def test_even_the_editor_sees_only_published_news_in_the_readers_lists(portal, make, see):
    make(title="Geheimsache Quitte", state="draft")

    assert "Quitte" not in see(portal.aktuelles, "listing_view", by="editor")


def test_published_news_is_on_the_start_page_in_its_section_and_found(portal, make, see):
    make(title="Quittenernte im Rathaus", state="published")

    assert "Quittenernte" in see(portal, "listing_view")
    assert "Quittenernte" in see(portal.aktuelles, "listing_view")
    assert "Quittenernte" in see(portal, "search", SearchableText="Rathaus")


@pytest.mark.parametrize("field", ["expires", "effective"])
def test_news_out_of_time_is_in_no_list(portal, make, see, field):
    news = make(title="Quittenernte", state="published")
    if field == "expires":
        news.setExpirationDate(DateTime() - 1)
    else:
        news.setEffectiveDate(DateTime() + 1)
    news.reindexObject()

    assert "Quittenernte" not in see(portal, "listing_view")
    assert "Quittenernte" not in see(portal.aktuelles, "listing_view", by="editor")


@pytest.fixture
def events(portal, make):
    now = datetime.now(default_timezone(portal, as_tzinfo=True))
    for title, start in (("Sommerfest", -30), ("Adventstreff", 3)):
        begin = now + timedelta(days=start)
        with api.env.adopt_roles(["Manager"]):
            event = api.content.create(
                portal.termine, "Event", title=title, start=begin, end=begin + timedelta(hours=1)
            )
            api.content.transition(event, "publish")


@pytest.mark.usefixtures("events")
def test_coming_events_and_past_ones_on_request(portal, see):
    coming, past = (
        see(portal.termine, "listing_view"),
        see(portal.termine, "listing_view", past="1"),
    )

    assert "Adventstreff" in coming
    assert "Sommerfest" not in coming
    assert "Sommerfest" in past
    assert "Adventstreff" not in past


def test_an_empty_section_says_so_and_offers_the_next_step_to_who_may(portal, people, see):
    assert "Noch keine Nachrichten" in see(portal.aktuelles, "listing_view")
    assert "Nachricht schreiben" not in see(portal.aktuelles, "listing_view")
    assert "Nachricht schreiben" in see(portal.aktuelles, "listing_view", by="editor")


@pytest.mark.parametrize("b_start", ["-1", "x", "99999", "", ["1", "2"], "1e3", "７"])
def test_a_number_that_makes_no_sense_is_the_first_page(http_request, b_start):
    http_request.form["b_start"] = b_start

    page = paged(list(range(30)), http_request, 12)

    assert page.items == list(range(12))
    assert (page.number, page.pages, page.previous) == (1, 3, None)


@pytest.mark.parametrize("text", ["", "   ", "*", "(", "und", '"', "a" * 5000, ["a", "b"], "<b>"])
def test_a_search_bears_any_text(portal, people, see, text):
    assert see(portal, "search", SearchableText=text)


def test_search_text_is_shown_not_run(portal, people, http_request):
    http_request.form["SearchableText"] = "<script>alert(1)</script>"
    with api.env.adopt_user("employee"):
        page = api.content.get_view("search", portal, http_request)()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_sections_in_the_order_of_the_rail(portal, people):
    with api.env.adopt_user("employee"):
        titles = [entry.key for entry in sections(portal, portal.wissen)]
        current = [entry.key for entry in sections(portal, portal.wissen) if entry.current]

    assert titles == [
        "aktuelles",
        "raeume",
        "people",
        "organisation",
        "termine",
        "wissen",
        "services",
    ]
    assert current == ["wissen"]


def test_a_section_that_is_not_there_is_not_linked(portal, people):
    with api.env.adopt_roles(["Manager"]):
        del portal.info["impressum"]

    assert list(info_pages(portal)) == ["hilfe", "barrierefreiheit", "datenschutz"]


@pytest.mark.parametrize(("state", "word"), [("draft", "Entwurf"), ("pending", "Zur Freigabe")])
def test_who_works_on_an_item_sees_its_state(make, see, state, word):
    news = make(title="Quittenernte", state=state)

    assert word in see(news, "newsitem_view", by="editor")


def test_a_picture_is_shown_with_its_alternative_text_and_caption(make, see, http_request):
    news = make(
        title="Quittenernte",
        state="published",
        image=NamedBlobImage(dummy_png(), filename="quitte.png"),
        image_alt="Ein Korb Quitten",
        image_caption="Illustration: Presseamt",
    )

    assert "Illustration: Presseamt" in see(news, "newsitem_view")
    with api.env.adopt_user("employee"):
        page = html.fromstring(api.content.get_view("newsitem_view", news, http_request)())
    (picture,) = page.xpath("//figure/img")
    assert picture.get("alt") == "Ein Korb Quitten"
    assert (picture.get("width"), picture.get("height")) != (None, None)


def test_a_contents_list_only_where_the_editor_wants_one(make, see):
    text = RichTextValue("<h2>Eins</h2><p>x</p><h2>Zwei</h2>", "text/html", "text/html")
    plain = make(title="Ohne", state="published", text=text)
    listed = make(title="Mit", state="published", text=text, table_of_contents=True)

    assert "Inhalt Eins Zwei" not in see(plain, "newsitem_view")
    assert "Inhalt Eins Zwei" in see(listed, "newsitem_view")


def test_related_items_without_those_the_person_may_not_see(portal, make, see):
    hidden, shown = make(title="Geheimsache"), make(title="Erntedank", state="published")
    news = make(title="Quittenernte", state="published")
    intids = getUtility(IIntIds)
    news.relatedItems = [RelationValue(intids.getId(item)) for item in (hidden, shown)]

    page = see(news, "newsitem_view")

    assert "Erntedank" in page
    assert "Geheimsache" not in page
