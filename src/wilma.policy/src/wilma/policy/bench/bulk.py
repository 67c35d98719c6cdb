"""Writing content without events: what the events would have done is done here, once for each.

Only for the benchmark. What comes out must equal what the API makes; a test compares both.
"""

from dataclasses import dataclass
from DateTime import DateTime
from persistent.mapping import PersistentMapping
from plone.dexterity.utils import createContent
from plone.uuid.handlers import addAttributeUUID
from Products.CMFCore.utils import getToolByName
from zope.component import getUtility
from zope.intid.interfaces import IIntIds

import transaction


# Objects between two looks at the memory.
BATCH = 500


@dataclass(frozen=True)
class Made:
    """Who made an item, who brought it to which state by which transition, and when."""

    owner: str
    when: DateTime
    state: str
    transition: str | None = None
    reviewer: str | None = None
    effective: bool = True


class Bulk:
    """Adds content of one site."""

    def __init__(self, site, say) -> None:
        self.site = site
        self.say = say
        self.count = 0
        self.catalog = getToolByName(site, "portal_catalog")
        self.workflows = getToolByName(site, "portal_workflow")
        self.intids = getUtility(IIntIds)

    def add(self, container, portal_type: str, name: str, made: Made, **fields):
        """Put a new content object into the container and the catalog, and give it."""
        content = createContent(portal_type, **fields)
        content.id = name
        addAttributeUUID(content, None)
        container._setOb(name, content)
        ordering = container.getOrdering()
        if ordering is not None:
            ordering.notifyAdded(name)
        content = content.__of__(container)
        _stamp(content, made)
        self._bring(content, made)
        self.intids.register(content)
        self.catalog.catalog_object(content)
        self._breathe()
        return content

    def _bring(self, content, made):
        # The history says what a person would have done: written, then brought to the state.
        history = PersistentMapping()
        for workflow in self.workflows.getWorkflowsFor(content):
            steps = [(None, workflow.initial_state, made.owner)]
            if made.state != workflow.initial_state:
                steps.append((made.transition, made.state, made.reviewer))
            history[workflow.getId()] = tuple(_step(*step, made.when) for step in steps)
        content.workflow_history = history
        for workflow in self.workflows.getWorkflowsFor(content):
            workflow.updateRoleMappingsFor(content)

    def _breathe(self):
        self.count += 1
        if self.count % BATCH == 0:
            transaction.savepoint(optimistic=True)
            self.site._p_jar.cacheGC()
        if self.count % (10 * BATCH) == 0:
            self.say(f"{self.count}")


def _stamp(content, made):
    content.creation_date = content.modification_date = made.when
    if made.effective:
        content.effective_date = made.when
    content.creators = (made.owner,)
    content.__ac_local_roles__ = {made.owner: ["Owner"]}
    content._owner = (["wilma", "acl_users"], made.owner)


def _step(action, state, actor, when):
    return {
        "action": action,
        "actor": actor,
        "comments": "",
        "review_state": state,
        "time": when,
    }
