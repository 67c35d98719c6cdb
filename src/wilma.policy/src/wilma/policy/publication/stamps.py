"""The publication date says when an item was published.

Plone's form and plone.restapi date an item at its first transition, whatever that is: what was
submitted on Monday and published on Thursday would enter the lists three days down. Both do so
right before the transition, so a date of this moment is theirs and not the editor's.
"""

from Products.CMFCore.interfaces import IContentish
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from time import time


WORKFLOW = "wilma_editorial_workflow"
# Seconds between the date and the transition in one request, done again after a conflict included.
THIS_MOMENT = 30


def take_back_date(content: IContentish, event: IAfterTransitionEvent) -> None:
    """Take away the publication date that a transition to anything but `published` set."""
    if event.transition is None or event.workflow.getId() != WORKFLOW:
        return
    if event.new_state.getId() == "published":
        return
    effective = getattr(content, "effective_date", None)
    if effective is not None and 0 <= time() - effective.timeTime() < THIS_MOMENT:
        content.setEffectiveDate(None)
        content.reindexObject(idxs=["effective", "effectiveRange"])
