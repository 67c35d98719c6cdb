"""`@@worklist`: to each person what waits for them, and nothing of anybody else's."""

from plone import api

import pytest


@pytest.fixture
def listed(portal, make, http_request):
    """Give a function: what this person's page lists, as {list id: [titles]}."""
    make(state="draft", title="Angefangen")
    make(state="pending", title="Eingereicht")
    make(state="published", title="Fertig")
    make("Document", portal.wissen, state="pending", by="elsewhere", title="Von anderswo")

    def listed(by):
        with api.env.adopt_user(by):
            lists = api.content.get_view("worklist", portal, http_request).lists()
        return {part["id"]: [entry["title"] for entry in part["entries"]] for part in lists}

    return listed


def test_an_editor_has_drafts_and_what_was_sent_in(listed):
    assert listed("editor") == {"sent-in": ["Eingereicht"], "drafts": ["Angefangen"]}


def test_a_reviewer_approves_in_the_own_section(listed):
    assert listed("reviewer") == {"waiting": ["Eingereicht"]}


def test_an_intranet_editor_approves_everywhere(listed):
    assert sorted(listed("intranet_editor")["waiting"]) == ["Eingereicht", "Von anderswo"]


def test_an_employee_has_nothing_to_do(listed):
    assert listed("employee") == {}
