"""REST: a transition that is not possible says so, and why."""

from plone.restapi.services.workflow.transition import WorkflowTransition
from Products.CMFCore.utils import getToolByName
from wilma.policy import _
from zExceptions import BadRequest
from zope.i18n import translate


class Transition(WorkflowTransition):
    """`POST @workflow/<transition>`, as plone.restapi's but for its answer to what is not possible.

    That one holds a placeholder instead of the name of the transition.
    """

    def reply(self):
        """Give the new state; raises BadRequest, which also undoes dates set along with it."""
        answer = super().reply()
        if "error" not in answer:
            return answer
        message = _(
            'The transition "${transition}" is not possible in the state "${state}".',
            mapping={
                "transition": self.transition or "",
                "state": getToolByName(self.context, "portal_workflow").getInfoFor(
                    self.context, "review_state", ""
                ),
            },
        )
        raise BadRequest(translate(message, context=self.request))
