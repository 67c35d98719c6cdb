"""The publication date is that of the publication, whichever transition came first."""

from DateTime import DateTime
from plone import api

import pytest


@pytest.fixture
def move():
    """Do a transition as Plone does: what has no date is dated before it."""

    def move(content, transition, by):
        with api.env.adopt_user(by):
            if content.EffectiveDate() == "None":
                content.setEffectiveDate(DateTime())
            api.content.transition(content, transition)

    return move


def test_submitting_dates_nothing(make, move):
    news = make()

    move(news, "submit", "editor")

    assert news.EffectiveDate() == "None"


def test_publishing_dates_it(make, move):
    news = make()
    move(news, "submit", "editor")

    move(news, "publish", "reviewer")

    assert abs(DateTime() - news.effective_date) * 86400 < 60


@pytest.mark.parametrize("days", [-3, 5])
def test_a_date_that_the_editor_chose_stays(make, move, days):
    news = make()
    chosen = DateTime() + days
    news.setEffectiveDate(chosen)

    move(news, "submit", "editor")
    move(news, "publish", "reviewer")

    assert news.effective_date == chosen
