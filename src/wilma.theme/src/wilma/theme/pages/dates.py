"""Dates as a person writes them: 24. November 2026, heute 7:40 Uhr."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from plone.app.event.base import default_timezone
from plone.base.i18nl10n import monthname_msgid
from plone.base.i18nl10n import monthname_msgid_abbr
from plone.base.i18nl10n import weekdayname_msgid
from plone.event.utils import pydt
from wilma.theme import _
from zope.i18n import translate
from zope.i18nmessageid import Message


class Dates:
    """Formats Zope and Python dates in the zone of the site and the language of the request."""

    def __init__(self, request):
        self.request = request
        self.zone = default_timezone(as_tzinfo=True)

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def local(self, value) -> datetime:
        """Zope DateTime, date or datetime as a datetime in the zone of the site."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return datetime(value.year, value.month, value.day, tzinfo=self.zone)
        return pydt(value).astimezone(self.zone)

    def iso(self, value) -> str:
        """For the attribute datetime of <time>."""
        return self.local(value).strftime("%Y-%m-%dT%H:%M%z")

    def day(self, value) -> str:
        """24. November 2026"""
        day = self.local(value)
        return self._say(_("${month} ${day}, ${year}"), day)

    def weekday(self, value) -> str:
        """Dienstag, 24. November 2026"""
        day = self.local(value)
        name = self._plone(weekdayname_msgid((day.weekday() + 1) % 7))
        return self._text(_("${weekday}, ${date}"), weekday=name, date=self.day(day))

    def time(self, value) -> str:
        """7:40 Uhr"""
        return self._text(_("${time} (o’clock)"), time=self.clock(value))

    def clock(self, value) -> str:
        """7:40"""
        return f"{self.local(value):%-H:%M}"

    def month(self, value) -> str:
        """November 2026"""
        day = self.local(value)
        return f"{self._plone(monthname_msgid(day.month))} {day.year}"

    def month_short(self, value) -> str:
        """Nov"""
        return self._plone(monthname_msgid_abbr(self.local(value).month))

    def near(self, value) -> str:
        """Heute, 7:40 Uhr; gestern; 20. November; in another year with the year."""
        day, today = self.local(value), self.now().date()
        if day.date() == today:
            return self._text(_("Today, ${time}"), time=self.time(day))
        if day.date() == today - timedelta(days=1):
            return self._text(_("Yesterday"))
        if day.year == today.year:
            return self._say(_("${month} ${day}"), day)
        return self.day(day)

    def span(self, start, end, whole_day=False, open_end=False) -> str:
        """The times of an event, with the days only where it takes more than one."""
        first, last = self.local(start), self.local(end)
        if first.date() != last.date() and not open_end:
            return self._text(_("${start} to ${end}"), start=self.near(first), end=self.day(last))
        if whole_day:
            return self._text(_("All day"))
        if open_end or first == last:
            return self._text(_("from ${time}"), time=self.time(first))
        return self._text(_("${time} (o’clock)"), time=f"{self.clock(first)}–{self.clock(last)}")

    def _say(self, message, day):
        month = self._plone(monthname_msgid(day.month))
        return self._text(message, month=month, day=str(day.day), year=str(day.year))

    def _text(self, message, **mapping):
        return translate(Message(message, mapping=mapping), context=self.request)

    def _plone(self, msgid):
        return translate(msgid, domain="plonelocales", context=self.request)
