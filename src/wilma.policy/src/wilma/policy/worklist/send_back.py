"""The page `@@send-back`: a reviewer says why, and the author reads it."""

from AccessControl import Unauthorized
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from wilma.policy import _
from wilma.theme.pages.base import Page


TRANSITION = "reject"
LONGEST = 2000


class SendBack(Page):
    """A question for the reason; the answer sends the item back with it."""

    page_title = _("Send back")
    problem = None

    def __call__(self):
        workflow = api.portal.get_tool("portal_workflow")
        if TRANSITION not in {step["id"] for step in workflow.getTransitionsFor(self.context)}:
            raise Unauthorized(self.__name__)
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.index()
        # The token was checked before, as for every write.
        self.problem = self._problem()
        return self.index() if self.problem else self._send(workflow)

    @property
    def reason(self) -> str:
        """What was written, without blanks around it."""
        reason = self.request.form.get("reason", "")
        return reason.strip() if isinstance(reason, str) else ""

    def url(self) -> str:
        """Where the form sends to."""
        return f"{self.context.absolute_url()}/@@send-back"

    def _problem(self):
        if not self.reason:
            return _("Please say what has to be changed.")
        if len(self.reason) > LONGEST:
            return _("At most ${number} signs, please.", mapping={"number": LONGEST})
        return None

    def _send(self, workflow):
        try:
            workflow.doActionFor(self.context, TRANSITION, comment=self.reason)
        except WorkflowException:
            # Somebody else was quicker.
            raise Unauthorized(self.__name__) from None
        api.portal.show_message(_("Sent back. The author is told why."), self.request)
        return self.request.response.redirect(f"{self.context.absolute_url()}/view")
