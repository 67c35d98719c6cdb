"""Dates as people write them, in both languages."""

from DateTime import DateTime
from datetime import timedelta
from wilma.theme.pages.dates import Dates

import pytest


@pytest.fixture
def dates(portal):
    request = portal.REQUEST.clone()
    request.environ["HTTP_ACCEPT_LANGUAGE"] = "de"
    request["LANGUAGE"] = "de"
    return Dates(request)


@pytest.fixture
def day(dates):
    return dates.local(DateTime("2026-11-24T08:05:00+01:00"))


def test_long_in_german(dates, day):
    assert dates.weekday(day) == "Dienstag, 24. November 2026"
    assert dates.time(day) == "8:05 Uhr"


def test_in_the_zone_of_the_site(dates):
    assert dates.clock(DateTime("2026-07-01T22:30:00Z")) == "0:30"


def test_near_days_have_names(dates):
    now = dates.now()

    assert dates.near(now) == f"Heute, {dates.time(now)}"
    assert dates.near(now - timedelta(days=1)) == "Gestern"
    assert dates.near(now.replace(year=now.year - 2, day=1)).endswith(str(now.year - 2))


def test_times_of_an_event(dates, day):
    assert dates.span(day, day + timedelta(hours=2)) == "8:05–10:05 Uhr"
    assert dates.span(day, day, open_end=True) == "ab 8:05 Uhr"
    assert dates.span(day, day + timedelta(hours=9), whole_day=True) == "Ganztägig"
    assert "bis 26. November 2026" in dates.span(day, day + timedelta(days=2))
