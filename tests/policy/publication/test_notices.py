"""Who is told when content is published, sent back, or due for review."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from tests.policy.conftest import make_user
from wilma.policy.publication import reviews
from wilma.social.inbox.interfaces import INotifications
from wilma.social.outbox.interfaces import IPeriodicJob
from wilma.social.person_state.interfaces import IPersonState
from zope.component import getUtility

import pytest


TODAY = date.today()


@pytest.fixture
def told(portal):
    """What somebody was told, newest first: (what, actor, comment)."""

    def told(userid):
        return [
            (item.data["what"], item.actor, item.data.get("comment"))
            for item in INotifications(portal).newest(userid)
        ]

    return told


def _move(content, *transitions, by="reviewer", **kw):
    with api.env.adopt_user(by):
        for transition in transitions:
            api.content.transition(content, transition, **kw)


def test_the_author_is_told_of_the_publication(make, told):
    news = make()
    _move(news, "submit", by="editor")
    _move(news, "publish")

    assert told("editor") == [("published", "reviewer", None)]
    assert told("reviewer") == []


def test_the_reason_goes_back_with_the_text_and_to_the_author_alone(make, told):
    news = make()
    _move(news, "submit", by="editor")
    _move(news, "reject", comment="Bitte mit Datum.")

    assert told("editor") == [("rejected", "reviewer", "Bitte mit Datum.")]
    assert [told(name) for name in ("reviewer", "employee", "site_admin")] == [[], [], []]


def test_who_publishes_their_own_is_told_nothing(make, told):
    news = make(by="intranet_editor")
    _move(news, "publish", by="intranet_editor")

    assert told("intranet_editor") == []


def test_who_sent_it_in_is_told_as_well(make, told, portal):
    make_user("colleague")
    portal.aktuelles.manage_setLocalRoles("colleague", ["Editor"])
    news = make()
    _move(news, "submit", by="colleague")
    _move(news, "publish")

    assert told("editor") == told("colleague") == [("published", "reviewer", None)]


def test_other_transitions_tell_nothing(make, told):
    news = make()
    _move(news, "submit", "retract", by="editor")
    _move(news, "publish")
    _move(news, "archive", "restore")

    assert told("editor") == [("published", "reviewer", None)]


def test_a_working_copy_that_goes_back_is_told_as_any_other(make, told, portal):
    news = make(state="published")
    with api.env.adopt_user("editor"):
        copy = ICheckinCheckoutPolicy(news).checkout(portal.aktuelles)
    before = told("editor")
    with api.env.adopt_user("editor"):
        ICheckinCheckoutPolicy(copy).checkin("")

    assert told("editor") == before


@pytest.fixture
def tell_reviews_due(portal):
    return lambda: getUtility(IPeriodicJob, "reviews-due")(portal)


@pytest.fixture
def due(make):
    """A news item that is due for review today."""
    return make("News Item", state="published", review_date=TODAY)


def test_a_review_is_told_once(due, told, tell_reviews_due):
    before = told("editor")

    assert [tell_reviews_due(), tell_reviews_due()] == [1, 0]

    assert told("editor") == [("review_due", None, None), *before]


def test_a_new_date_is_told_anew(due, told, tell_reviews_due):
    tell_reviews_due()
    due.review_date = TODAY - timedelta(days=1)
    due.reindexObject()

    assert tell_reviews_due() == 1
    assert [what for what, *_rest in told("editor")][:2] == ["review_due", "review_due"]


@pytest.mark.parametrize(
    ("state", "days"), [("draft", 0), ("pending", 0), ("archived", 0), ("published", 1)]
)
def test_what_is_not_published_or_not_yet_due_is_not_told(make, tell_reviews_due, state, days):
    make("News Item", state=state, review_date=TODAY + timedelta(days=days))

    assert tell_reviews_due() == 0


def test_content_without_a_date_is_not_told(make, tell_reviews_due):
    make("News Item", state="published")

    assert tell_reviews_due() == 0


def test_nothing_is_remembered_of_what_is_gone(due, portal, tell_reviews_due):
    tell_reviews_due()
    _move(due, "archive")
    tell_reviews_due()

    assert list(reviews.IAnnotations(portal)[reviews.TOLD]) == []


def test_if_the_author_left_the_last_who_worked_on_it_is_told(due, portal, told, tell_reviews_due):
    _move(due, "retract", "publish")
    IPersonState(portal).write("editor", "disabled", True)

    tell_reviews_due()

    assert told("reviewer") == [("review_due", None, None)]


def test_the_index_finds_what_was_there_before(due, portal, tell_reviews_due):
    api.portal.get_tool("portal_catalog").reindexIndex(reviews.INDEX, None)

    assert tell_reviews_due() == 1


def test_who_is_chosen_as_contact_is_told(make, told, tell_reviews_due):
    make_user("colleague")
    make("News Item", state="published", review_date=TODAY, contact_person="colleague")

    tell_reviews_due()

    assert told("colleague") == [("review_due", None, None)]
    assert ("review_due", None, None) in told("editor")
