"""`@@rebuild-directory`: see how far it is; POST begins."""

from datetime import datetime
from datetime import UTC
from wilma.social import _
from wilma.social.directory import rebuild
from wilma.theme.pages.base import Page


class RebuildPage(Page):
    """For who manages users."""

    page_title = _("Directory")

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.index()
        # The token was checked before, as for every write.
        rebuild.start(self.context)
        return self.request.response.redirect(self.url(), status=303)

    def url(self) -> str:
        """Where the form of this page sends to."""
        return f"{self.context.absolute_url()}/@@rebuild-directory"

    @property
    def progress(self) -> rebuild.Progress | None:
        return rebuild.progress(self.context)

    @property
    def started(self) -> datetime:
        return datetime.fromtimestamp(self.progress.started, UTC)
