"""Pages: log out everywhere, and the state of an account."""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from plone import api
from wilma.policy import _
from wilma.policy.identity import accounts
from wilma.policy.identity import state
from wilma.policy.identity.tickets import leave
from wilma.policy.requests import urls
from wilma.theme.pages.base import Page
from zExceptions import BadRequest
from zExceptions import NotFound


class LogoutEverywhere(Page):
    """A question with a button; the answer ends every session and token of the person."""

    page_title = _("Log out everywhere")

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.index()
        # The token was checked before, as for every write.
        state.end_sessions(getSecurityManager().getUser().getId())
        leave(self.request.response)
        return self.request.response.redirect(urls.site_url(api.portal.get()) + "/logged-out")


class AccountStatus(Page):
    """For site administrators: look an account up, close or open it, end its sessions."""

    page_title = _("Account status")
    account = None
    problem = None

    def __call__(self):
        userid = self.request.form.get("userid", "").strip()
        try:
            if self.request.get("REQUEST_METHOD") == "POST":
                self._act(userid)
            if userid:
                self.account = accounts.status(userid)
        except NotFound:
            self.problem = _("There is no account of this name.")
        except BadRequest as error:
            self.account, self.problem = accounts.status(userid), error.args[0]
        return self.index()

    def url(self) -> str:
        """Where the forms of this page send to."""
        return f"{aq_inner(self.context).absolute_url()}/@@account-status"

    def _act(self, userid):
        form = self.request.form
        if "disable" in form or "enable" in form:
            accounts.set_disabled(userid, "disable" in form)
        elif "end-sessions" in form:
            accounts.end_sessions(userid)
