"""`wilma_editorial_workflow`: who may do what in which state."""

from plone import api

import pytest


EDITORS = {"editor", "reviewer", "intranet_editor", "site_admin"}
REVIEWERS = {"reviewer", "intranet_editor", "site_admin"}
ALL = EDITORS | {"employee", "elsewhere"}


def _who(permission, content, people):
    return {p for p in people if api.user.has_permission(permission, username=p, obj=content)}


@pytest.mark.parametrize(
    ("state", "see", "change"),
    [
        ("draft", EDITORS, EDITORS),
        ("pending", EDITORS, REVIEWERS),
        ("published", ALL, REVIEWERS),
        ("archived", EDITORS, REVIEWERS),
    ],
)
def test_who_sees_and_changes(make, people, state, see, change):
    content = make(state=state)

    assert _who("View", content, people) == see
    assert _who("Access contents information", content, people) == see
    assert _who("Modify portal content", content, people) == change


@pytest.mark.parametrize(
    ("state", "by", "offered"),
    [
        ("draft", "editor", {"submit"}),
        ("draft", "reviewer", {"submit", "publish"}),
        ("draft", "employee", set()),
        ("pending", "editor", {"retract"}),
        ("pending", "reviewer", {"retract", "publish", "reject"}),
        ("published", "editor", {"retract"}),
        ("published", "reviewer", {"retract", "reject", "archive"}),
        ("published", "employee", set()),
        ("archived", "editor", set()),
        ("archived", "reviewer", {"restore"}),
    ],
)
def test_transitions_offered(make, state, by, offered):
    content = make(state=state)
    workflow = api.portal.get_tool("portal_workflow")

    with api.env.adopt_user(by):
        found = {t["id"] for t in workflow.getTransitionsFor(content)}

    assert found == offered


@pytest.mark.parametrize(
    ("by", "section", "portal_type", "allowed"),
    [
        ("editor", "aktuelles", "News Item", True),
        ("editor", "wissen", "Document", False),
        ("elsewhere", "wissen", "Document", True),
        ("elsewhere", "aktuelles", "News Item", False),
        ("employee", "aktuelles", "News Item", False),
        ("intranet_editor", "services", "Link", True),
        ("editor", "aktuelles", "Event", False),
    ],
)
def test_who_adds_what_where(portal, people, by, section, portal_type, allowed):
    with api.env.adopt_user(by):
        offered = {t.getId() for t in portal[section].allowedContentTypes()}

    assert (portal_type in offered) is allowed


def test_nobody_comments_until_there_is_moderation(make):
    content = make(state="published")

    assert content.restrictedTraverse("@@conversation_view").enabled() is False
