"""The page `@@worklist`: lists show only what is published, so here is all the rest."""

from AccessControl import getSecurityManager
from Products.CMFCore.permissions import ReviewPortalContent
from wilma.policy import _
from wilma.theme.pages.base import EmployeesPage
from wilma.theme.pages.listing import find
from wilma.theme.pages.listing import kind_of
from wilma.theme.pages.listing import url_of
from wilma.theme.pages.listing import wake


SHOWN = 100


class Worklist(EmployeesPage):
    """Three lists, newest first: what I may approve, what I sent in, what I have not finished."""

    page_title = _("Editorial desk")

    def lists(self) -> list[dict]:
        """Give {id, title, entries} of those that are not empty."""
        mine = {"Creator": getSecurityManager().getUser().getId()}
        lists = (
            self._list("waiting", _("Waiting for approval"), self._may_approve()),
            self._list("sent-in", _("Sent in by me"), find(self.context, **mine, **PENDING)),
            self._list("drafts", _("My drafts"), find(self.context, **mine, **DRAFT)),
        )
        return [entry for entry in lists if entry["entries"]]

    def _may_approve(self):
        may = getSecurityManager().checkPermission
        found = find(self.context, **PENDING)[:SHOWN]
        return [brain for brain in found if may(ReviewPortalContent, wake(brain))]

    def _list(self, id_, title, brains):
        return {"id": id_, "title": title, "entries": [self._item(b) for b in brains[:SHOWN]]}

    def _item(self, brain):
        icon, kind = kind_of(brain)
        return {
            "title": brain.Title or brain.getId,
            "url": url_of(brain),
            "icon": icon,
            "kind": kind,
            "iso": self.dates.iso(brain.modified),
            "date": self.dates.near(brain.modified),
        }


NEWEST_FIRST = {"sort_on": "modified", "sort_order": "reverse", "show_inactive": True}
PENDING = {"review_state": "pending", **NEWEST_FIRST}
DRAFT = {"review_state": "draft", **NEWEST_FIRST}
