"""Points in time of the demo data, told from the day on which it is loaded.

"-3d 07:40"      three days ago; a weekend rolls back to Friday
"+10d 09:00"     in ten days; a weekend rolls on to Monday
"+10d So 10:00"  the first Sunday in ten days or later
"{tag:+10d}"     inside a text: "Freitag, 4. Dezember"; also {datum:…} and {jahr:+1}
"""

from datetime import datetime
from datetime import time
from datetime import timedelta

import re


DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni") + (
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
SPEC = re.compile(r"(?P<days>[+-]\d+)d(?: (?P<weekday>[A-Z][a-z]))?(?: (?P<time>\d\d:\d\d))?")
IN_TEXT = re.compile(r"\{(?P<form>tag|datum|jahr)(?::(?P<spec>[^}]*))?\}")
FRIDAY = 4


def moment(spec: str, now: datetime) -> datetime:
    """Return the point in time that `spec` names; ValueError if it names none.

    What lies in the past by its sign never comes out later than `now`: a news item of "today,
    07:40" is already out when the city is loaded at six.
    """
    found = SPEC.fullmatch(spec)
    if found is None:
        raise ValueError(f"Not a point in time: {spec!r}")
    day = _roll(now.date() + timedelta(days=int(found["days"])), found["weekday"], spec[0])
    at = time.fromisoformat(found["time"] or "09:00")
    there = now.tzinfo.localize(datetime.combine(day, at))
    return min(there, now) if spec.startswith("-") else there


def fill(text: str, now: datetime) -> str:
    """Return `text` with the dates in braces written out in German."""
    return IN_TEXT.sub(lambda found: _written(found["form"], found["spec"], now), text)


def _roll(day, weekday, sign):
    if weekday:
        return day + timedelta(days=(SHORT.index(weekday) - day.weekday()) % 7)
    beyond = day.weekday() - FRIDAY
    if beyond <= 0:
        return day
    return day - timedelta(days=beyond) if sign == "-" else day + timedelta(days=3 - beyond)


def _written(form, spec, now):
    if form == "jahr":
        return str(now.year + int(spec or 0))
    day = moment(spec, now)
    short = f"{day.day}. {MONTHS[day.month - 1]}"
    return f"{DAYS[day.weekday()]}, {short}" if form == "tag" else f"{short} {day.year}"
