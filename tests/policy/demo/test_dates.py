from datetime import datetime
from wilma.policy.demo import dates

import pytest
import pytz


BERLIN = pytz.timezone("Europe/Berlin")
TUESDAY = BERLIN.localize(datetime(2026, 11, 24, 12, 0))


@pytest.mark.parametrize(
    ("spec", "day"),
    [
        ("-3d 07:40", "2026-11-20 07:40"),
        ("+4d 09:00", "2026-11-30 09:00"),
        ("+5d", "2026-11-30 09:00"),
        ("+10d Fr 16:00", "2026-12-04 16:00"),
        ("+12d So 17:00", "2026-12-06 17:00"),
        ("-0d 07:40", "2026-11-24 07:40"),
    ],
)
def test_a_weekend_rolls_to_a_working_day_unless_it_is_named(spec, day):
    assert dates.moment(spec, TUESDAY).strftime("%Y-%m-%d %H:%M") == day


def test_the_past_is_never_later_than_now():
    early = BERLIN.localize(datetime(2026, 11, 24, 6, 0))

    assert dates.moment("-0d 07:40", early) == early


def test_summer_time_counts():
    summer = BERLIN.localize(datetime(2026, 7, 1, 12, 0))

    assert dates.moment("+1d 09:00", summer).utcoffset().total_seconds() == 7200
    assert dates.moment("+1d 09:00", TUESDAY).utcoffset().total_seconds() == 3600


@pytest.mark.parametrize("start", range(7))
def test_a_friday_and_the_sunday_after_it_stay_together(start):
    now = BERLIN.localize(datetime(2026, 11, 23 + start, 12, 0))

    length = dates.moment("+12d So 12:00", now) - dates.moment("+10d Fr 12:00", now)

    assert length.days == 2


@pytest.mark.parametrize("spec", ["", "morgen", "3d", "+3", "+3d Xx", "+3d 25:00"])
def test_nonsense_is_refused(spec):
    with pytest.raises(ValueError):  # noqa: PT011 -- three sources, one meaning
        dates.moment(spec, TUESDAY)


def test_dates_in_a_text_are_written_out():
    text = "Am {tag:+3d}, bis {datum:-1d}, ab {jahr:+1}, {nichts}"

    assert dates.fill(text, TUESDAY) == (
        "Am Freitag, 27. November, bis 23. November 2026, ab 2027, {nichts}"
    )
