"""The control panel `@@outbox-controlpanel`: what waits, and what was given up."""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from datetime import datetime
from datetime import UTC
from Products.statusmessages.interfaces import IStatusMessage
from wilma.social import _
from wilma.social.mail.interfaces import IMails
from wilma.social.outbox import words
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.interfaces import NoSuchJob
from wilma.theme.pages.base import Page


NONE = {"waiting": 0, "retrying": 0, "dead": 0}
RETRY, DROP = _("It will be tried again."), _("It was dropped.")
GONE = _("This dead letter is not there any more.")


class OutboxPage(Page):
    """Numbers, and dead letters with buttons; never whom or what a job is about."""

    page_title = _("Outbox")

    def __call__(self):
        self.outbox = IOutbox(self.context)
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.index()
        # The token was checked before, as for every write.
        IStatusMessage(self.request).add(*self._act(self.request.form))
        return self.request.response.redirect(self.url(), status=303)

    def url(self) -> str:
        """Where the forms of this page send to."""
        return f"{aq_inner(self.context).absolute_url()}/@@outbox-controlpanel"

    def kinds(self) -> list[dict]:
        """`{title, waiting, retrying, dead}` of each kind that is known or has jobs."""
        counts, titles = self.outbox.counts(), words.titles()
        return [
            {"title": titles.get(kind, kind), **counts.get(kind, NONE)}
            for kind in sorted({*counts, *titles})
        ]

    def dead(self) -> list[dict]:
        """`{id, title, since, tries, reason}` of each dead letter, newest first."""
        titles = words.titles()
        return [
            {
                "id": str(letter.id),
                "title": titles.get(letter.kind, letter.kind),
                "since": datetime.fromtimestamp(letter.since, UTC),
                "tries": letter.tries,
                "reason": words.reason(letter.reason, self.request),
            }
            for letter in self.outbox.dead()
        ]

    def _act(self, form):
        if "trial" in form:
            IMails(self.context).send(getSecurityManager().getUser().getId(), "trial", {})
            return _("The mail is in the outbox."), "info"
        if "retry-all" in form:
            return _number(_("${number} will be tried again."), self.outbox.retry_all()), "info"
        if "drop-all" in form:
            return _number(_("${number} were dropped."), self.outbox.drop_all()), "info"
        return self._act_on_one(form)

    def _act_on_one(self, form):
        act, said = (self.outbox.retry, RETRY) if "retry" in form else (self.outbox.drop, DROP)
        try:
            act(int(form.get("retry") or form.get("drop") or ""))
        except (NoSuchJob, ValueError, TypeError):
            return GONE, "error"
        return said, "info"


def _number(message, number):
    return _(message, mapping={"number": str(number)}, default=message.default)
