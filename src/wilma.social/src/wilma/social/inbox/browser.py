"""The page `/mitteilungen`: what is addressed to me, newest first, by day."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from itertools import groupby
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode
from wilma.social import _
from wilma.social.inbox.interfaces import BadIds
from wilma.social.inbox.rows import Row
from wilma.social.inbox.rows import rows
from wilma.social.inbox.services import current_userid
from wilma.social.inbox.services import id_of
from wilma.social.inbox.services import mark
from wilma.theme.pages.base import EmployeesPage
from wilma.theme.shell.chrome import Chrome
from zExceptions import BadRequest
from zope.i18n import translate


PAGE = 25
ADDRESS = "mitteilungen"


LIST = Chrome(Path(__file__).parent / "list.pt")


@dataclass(frozen=True)
class Line:
    """One row, and its time in the zone of the site."""

    row: Row
    when: datetime


@dataclass(frozen=True)
class Day:
    """The lines of one day, and its name: today, yesterday, Monday, November 23, 2026."""

    iso: str
    title: str
    lines: list[Line]


class NotificationsPage(EmployeesPage):
    """GET shows rows; POST with `read`, an id or `all`, marks them as read."""

    page_title = _("Notifications")

    def __call__(self):
        if self.request.method == "POST":
            return self._mark()
        return super().__call__()

    @property
    def only_unread(self) -> bool:
        """True if the person asks only for what is unread."""
        return self.request.form.get("unread") == "1"

    @property
    def has_unread(self) -> bool:
        """True if anything that is shown here is unread."""
        return any(not row.newest.read for row in self._found)

    @cached_property
    def days(self) -> list[Day]:
        """The rows of this page by day."""
        lines = (Line(row, self.dates.local(row.created)) for row in self._found[:PAGE])
        days = groupby(lines, key=lambda line: line.when.date())
        return [Day(day.isoformat(), self._name_of(day), list(lines)) for day, lines in days]

    def list(self, lang: str) -> str:
        """Give the HTML of the days."""
        return LIST.render(self.shell, lang, view=self, days=self.days, address=self.address())

    def older(self) -> str | None:
        """Give the address of the next page; None if there is none."""
        if len(self._found) <= PAGE:
            return None
        return self.address(before=self._found[PAGE - 1].newest.id, unread=self.only_unread)

    def address(self, **query) -> str:
        """Give the address of this page with what of the query is not empty."""
        kept = urlencode({name: int(value) for name, value in query.items() if value})
        url = f"{self.shell.portal_url}/{ADDRESS}"
        return f"{url}?{kept}" if kept else url

    @cached_property
    def _found(self):
        form = self.request.form
        try:
            before = id_of(form["before"]) if "before" in form else None
        except BadIds:
            before = None
        found = rows(self.context, self.request, current_userid(), before, self.only_unread)
        return list(islice(found, PAGE + 1))

    def _name_of(self, day):
        today = self.dates.now().date()
        near = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
        return translate(near.get(day) or self.dates.weekday(day), context=self.request)

    def _mark(self):
        read = self.request.form.get("read", "")
        try:
            mark(self.context, read if read == "all" else [read])
        except BadIds as error:
            raise BadRequest(_("There is no such notification.")) from error
        self.request.response.redirect(self.address(unread=self.only_unread), status=303)
        return ""
