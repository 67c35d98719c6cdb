"""A working copy takes the place of its original; it never stands beside it."""

from plone import api
from plone.api.exc import InvalidParameterError
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy

import pytest


@pytest.fixture
def copy(portal, make):
    original = make(state="published")
    with api.env.adopt_user("editor"):
        return ICheckinCheckoutPolicy(original).checkout(portal.aktuelles)


def test_it_cannot_be_published_but_submitted(copy):
    with api.env.adopt_user("reviewer"):
        offered = {a["id"] for a in api.portal.get_tool("portal_workflow").listActions(object=copy)}

        with pytest.raises(InvalidParameterError):
            api.content.transition(copy, "publish")

    assert "publish" not in offered
    assert "submit" in offered
    assert api.content.get_state(copy) == "draft"


def test_a_reviewer_lets_it_replace_the_original(copy, portal):
    copy.title = "Neue Räumzeiten"
    with api.env.adopt_user("reviewer"):
        original = ICheckinCheckoutPolicy(copy).checkin("")

    assert (original.title, api.content.get_state(original)) == ("Neue Räumzeiten", "published")
    assert copy.getId() not in portal.aktuelles
