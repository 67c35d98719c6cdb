"""`@@send-back`: the reviewer says why, and only who may send back gets the page."""

from functools import partial
from plone import api
from tests.policy.browsers import logged_in
from tests.policy.conftest import make_user
from wilma.social.inbox.interfaces import INotifications

import pytest
import transaction


PATH = "/aktuelles/meldung/@@send-back"
REASON = "Bitte das Datum ergänzen."


@pytest.fixture
def item(functional_portal):
    """A pending news item of the editor."""
    for who in ("editor", "reviewer", "employee", "elsewhere"):
        make_user(who)
    functional_portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    functional_portal.aktuelles.manage_setLocalRoles("reviewer", ["Reviewer"])
    functional_portal.wissen.manage_setLocalRoles("elsewhere", ["Editor"])
    with api.env.adopt_user("editor"):
        item = api.content.create(functional_portal.aktuelles, "News Item", "meldung", title="M")
        api.content.transition(item, "submit")
    transaction.commit()
    return item


@pytest.fixture
def log_in(functional_portal):
    """A function userid -> browser of the logged-in person."""
    return partial(logged_in, functional_portal)


def _state(item):
    transaction.begin()
    return api.content.get_state(item)


def _send(browser, **fields):
    return browser.post(PATH, data={"_authenticator": browser.token(), **fields})


def test_the_menu_leads_to_the_page(functional_portal, item):
    with api.env.adopt_user("reviewer"):
        actions = api.portal.get_tool("portal_workflow").listActionInfos(object=item)

    urls = {action["id"]: action["url"] for action in actions}
    assert urls["reject"].endswith(PATH)


def test_the_author_is_told_why(functional_portal, item, log_in):
    answer = _send(log_in("reviewer"), reason=f"  {REASON} ")

    assert answer.status_code == 302
    assert _state(item) == "draft"
    (told,) = INotifications(functional_portal).newest("editor")
    assert told.data["comment"] == REASON


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_without_a_fitting_reason_nothing_changes(item, log_in, reason):
    answer = _send(log_in("reviewer"), reason=reason)

    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert _state(item) == "pending"


@pytest.mark.parametrize("who", ["editor", "employee", "elsewhere"])
def test_nobody_else_may(item, log_in, who):
    browser = log_in(who)

    assert browser.get(PATH).status_code in (403, 404)
    assert _send(browser, reason=REASON).status_code in (403, 404)
    assert _state(item) == "pending"


def test_looking_at_the_page_changes_nothing(item, log_in):
    assert log_in("reviewer").get(f"{PATH}?reason=x").status_code == 200
    assert _state(item) == "pending"


def test_without_a_token_nothing_changes(item, log_in):
    assert log_in("reviewer").post(PATH, data={"reason": REASON}).status_code == 403
    assert _state(item) == "pending"


def test_what_is_a_draft_already_cannot_be_sent_back(item, log_in):
    browser = log_in("reviewer")
    _send(browser, reason=REASON)

    assert browser.get(PATH).status_code in (403, 404)
