"""The page `/mitteilungen`: what is addressed to me, newest first, by day."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from itertools import groupby
from itertools import islice
from urllib.parse import urlencode
from wilma.social import _
from wilma.social.inbox.interfaces import BadIds
from wilma.social.inbox.rows import Row
from wilma.social.inbox.rows import rows
from wilma.social.inbox.services import current_userid
from wilma.social.inbox.services import id_of
from wilma.social.inbox.services import mark
from wilma.theme.pages.base import EmployeesPage
from zExceptions import BadRequest


PAGE = 25
ADDRESS = "mitteilungen"


@dataclass(frozen=True)
class Day:
    """The rows of one day, and its name: today, yesterday, Monday, November 23, 2026."""

    iso: str
    title: str
    rows: list[Row]


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

    def days(self) -> list[Day]:
        """Give the rows of this page by day."""
        days = groupby(self._found[:PAGE], key=lambda row: self.when(row).date())
        return [Day(day.isoformat(), self._name_of(day), list(rows)) for day, rows in days]

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

    def when(self, row: Row) -> datetime:
        """Give the time of a row in the zone of the site."""
        return self.dates.local(datetime.fromtimestamp(row.newest.created, UTC))

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
        if day == today:
            return _("Today")
        return _("Yesterday") if day == today - timedelta(days=1) else self.dates.weekday(day)

    def _mark(self):
        read = self.request.form.get("read", "")
        try:
            mark(self.context, read if read == "all" else [read])
        except BadIds as error:
            raise BadRequest(_("There is no such notification.")) from error
        self.request.response.redirect(self.address(unread=self.only_unread), status=303)
        return ""
