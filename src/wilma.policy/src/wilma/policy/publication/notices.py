"""Who is told when content is published or sent back: who made it, and who sent it in."""

from plone.app.iterate.interfaces import IWorkingCopy
from Products.CMFCore.interfaces import IContentish
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from wilma.social.inbox.interfaces import INotifications
from zope.component.hooks import getSite


WORKFLOW = "wilma_editorial_workflow"
LONGEST_COMMENT = 2000
# What to tell, by transition.
TOLD = {"publish": "published", "reject": "rejected"}


def tell_authors(content: IContentish, event: IAfterTransitionEvent) -> None:
    """Tell the authors, with what the reviewer wrote; who publishes their own is told nothing."""
    if event.transition is None or event.workflow.getId() != WORKFLOW:
        return
    what = TOLD.get(event.transition.getId())
    if what is None or IWorkingCopy.providedBy(content):
        return
    data = {"what": what}
    if event.status.get("comments"):
        data["comment"] = event.status["comments"][:LONGEST_COMMENT]
    actor = event.status.get("actor")
    INotifications(getSite()).tell(_authors(content), "content", actor, content.UID(), data)


def last_actors(content) -> list[str]:
    """Give who moved the content through its workflow, the last one first."""
    return [step["actor"] for step in reversed(_history(content)) if step.get("actor")]


def _authors(content):
    steps = reversed(_history(content))
    sent_in = (step["actor"] for step in steps if step.get("action") == "submit")
    return [content.Creator(), *[actor for actor in [next(sent_in, None)] if actor]]


def _history(content):
    # Without asking whether the current user may see it: nothing of it is shown.
    return getattr(content, "workflow_history", {}).get(WORKFLOW, ())
