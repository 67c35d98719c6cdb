"""What the sentences say, and to whom."""

from plone import api
from tests.policy.conftest import make_user
from wilma.social.inbox.interfaces import INotificationKind
from wilma.social.inbox.interfaces import Notification
from wilma.social.inbox.names import name_of
from wilma.social.inbox.names import who
from wilma.social.inbox.rows import count
from wilma.social.inbox.rows import MOST_ASKED
from wilma.social.inbox.rows import rows
from zope.component import getUtility
from zope.globalrequest import getRequest

import pytest


@pytest.fixture
def page(portal, inbox):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal.wissen, "Document", "seite", title="Quitten <b>")
        api.content.transition(page, "publish")
    return page


def _notification(page, what="published", **more):
    return Notification(1, "content", 0, "amira", page.UID(), {"what": what}, **more)


def _show(portal, notification, by="jonas"):
    kind = getUtility(INotificationKind, "content")
    with api.env.adopt_user(by):
        shown = kind.show(portal, notification, getRequest())
        assert kind.may_see(portal, notification) == (shown is not None)
    return shown


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("published", "amira hat „Quitten <b>“ veröffentlicht."),
        ("rejected", "amira hat „Quitten <b>“ zurückgegeben."),
        ("review_due", "„Quitten <b>“ ist zu prüfen."),
    ],
)
def test_content_says_what_happened(portal, page, what, text):
    assert _show(portal, _notification(page, what)) == (text, "/wissen/seite")


def test_what_cannot_be_told_is_not_shown(portal, page):
    unknown = _notification(page, "burned")
    nowhere = Notification(1, "content", 0, "amira", "no-such-uid", {"what": "published"})
    nothing = Notification(1, "content", 0, "amira", None, {"what": "published"})

    assert [_show(portal, item) for item in (unknown, nowhere, nothing)] == [None, None, None]


def test_a_draft_is_shown_to_its_editors_only(portal, page):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(page, "archive")
    portal.wissen.manage_setLocalRoles("amira", ["Editor"])

    assert _show(portal, _notification(page), "jonas") is None
    assert _show(portal, _notification(page), "amira") is not None


def test_a_file_leads_to_the_page_about_it(portal, inbox):
    with api.env.adopt_roles(["Manager"]):
        file = api.content.create(portal.wissen, "File", "plan", title="Plan")
        api.content.transition(file, "publish")

    assert _show(portal, _notification(file))[1] == "/wissen/plan/view"


def test_names(portal, inbox):
    with api.env.adopt_roles(["Manager"]):
        api.user.get("amira").setMemberProperties({"fullname": "Amira Yilmaz"})

    assert name_of(portal, "amira") == "Amira Yilmaz"
    assert name_of(portal, "gone") is None
    gone = Notification(1, "content", 0, "gone")
    assert who(portal, gone, getRequest()) == "Jemand"
    one = Notification(1, "content", 0, "amira")
    many = Notification(1, "content", 0, "amira", others=3)
    assert who(portal, one, getRequest()) == "Amira Yilmaz"
    assert who(portal, many, getRequest()) == "Amira Yilmaz und 3 weitere"


def test_a_bell_counts_to_ten_and_looks_no_further(portal, inbox, page):
    pages = [page]
    with api.env.adopt_roles(["Manager"]):
        for number in range(11):
            pages.append(api.content.create(portal.wissen, "Document", f"p{number}", title="P"))
            api.content.transition(pages[-1], "publish")
    for item in pages:
        inbox.tell(["jonas"], "content", "amira", item.UID(), {"what": "published"})
    with api.env.adopt_user("jonas"):
        assert count(portal, "jonas") == 10

    for number in range(MOST_ASKED):
        inbox.tell(["jonas"], "unheard", "amira", f"uid{number}")
    with api.env.adopt_user("jonas"):
        assert count(portal, "jonas") == 0
        assert len(list(rows(portal, getRequest(), "jonas"))) == 12


def test_what_one_did_twice_is_no_crowd(portal, inbox, page):
    for _number in range(2):
        inbox.tell(["jonas"], "content", "amira", page.UID(), {"what": "published"})

    with api.env.adopt_user("jonas"):
        [row] = rows(portal, getRequest(), "jonas")

    assert (row.newest.others, len(row.ids)) == (0, 2)


def test_different_things_are_different_rows(portal, inbox, page):
    make_user("lena")
    for actor, what in (("amira", "rejected"), ("amira", "published"), ("lena", "published")):
        inbox.tell(["jonas"], "content", actor, page.UID(), {"what": what})

    with api.env.adopt_user("jonas"):
        found = list(rows(portal, getRequest(), "jonas"))

    assert [(row.newest.data["what"], row.newest.others) for row in found] == [
        ("published", 1),
        ("rejected", 0),
    ]
