"""The index `wilma_newest`: what is published, in the order in which lists show it.

A value is `(portal type, section, rank)`. News rank by their date and pages by their last change,
the newest first; events by their end, so that those to come begin at the present second.
"""

from Acquisition import aq_base
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer
from Products.CMFCore.utils import getToolByName
from wilma.policy.sections import section_of


INDEX = "wilma_newest"
RANKS = {
    "News Item": lambda content: -int(content.effective().timeTime()),
    "Document": lambda content: -int(content.modified().timeTime()),
    "Event": lambda content: int(content.end.timestamp()),
}


@indexer(IDexterityContent)
def wilma_newest(content) -> tuple[str, str, int]:
    """Give the value; AttributeError, which leaves it out, for what is not published."""
    rank = RANKS.get(content.portal_type)
    workflow = getToolByName(content, "portal_workflow")
    if rank is None or workflow.getInfoFor(content, "review_state", None) != "published":
        raise AttributeError(INDEX)
    section = section_of(content)
    if aq_base(section) is aq_base(content):
        raise AttributeError(INDEX)
    return content.portal_type, section.getId(), rank(content)


def follow_transition(content, event) -> None:
    """Plone indexes the state alone."""
    if content.portal_type in RANKS:
        content.reindexObject(idxs=[INDEX])
