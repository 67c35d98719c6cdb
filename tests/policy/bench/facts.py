"""What is stored about content but for what differs each time, to compare two ways of making it."""

from Acquisition import aq_base
from DateTime import DateTime
from plone.dexterity.utils import iterSchemata
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.utils import getToolByName
from zope.schema import getFieldsInOrder

import datetime


# Random, counted, or the time of the test.
EACH_TIME = {"UID", "getObjPositionInParent", "modified", "created", "Date", "CreationDate"}
EACH_TIME |= {"ModificationDate", "in_reply_to", "total_comments", "last_comment_date", "getIcon"}
# What is made in bulk has no earlier versions.
HISTORY = {"cmf_uid", "Products.CMFEditions.interfaces.IVersioned"}
EACH_TIME |= HISTORY | {"sync_uid"}
TIMES = (DateTime, datetime.datetime, datetime.date)


def facts(content) -> dict:
    """Give fields, roles, permissions, workflow and everything the catalog knows."""
    processQueue()
    workflow = getToolByName(content, "portal_workflow")
    chain = workflow.getChainFor(content)
    return {
        "class": type(aq_base(content)).__name__,
        "fields": _fields(content),
        "creators": content.creators,
        "owner": content.getOwnerTuple()[1],
        "local roles": {k: sorted(v) for k, v in content.get_local_roles()},
        "permissions": {k: v for k, v in vars(content).items() if k.endswith("_Permission")},
        "states": {
            name: workflow.getInfoFor(content, "review_state", wf_id=name) for name in chain
        },
        "actions": {
            name: [
                (step["action"], step["review_state"]) for step in content.workflow_history[name]
            ]
            for name in chain
        },
        **_catalogued(content),
    }


def _fields(content):
    values = {}
    for schema in iterSchemata(content):
        for name, _field in getFieldsInOrder(schema):
            value = getattr(content.aq_base, name, None)
            value = getattr(value, "raw", value)
            if not isinstance(value, TIMES) and not callable(value):
                values[name] = value or None
    return values


def _catalogued(content):
    catalog = getToolByName(content, "portal_catalog")
    rid = catalog.getrid("/".join(content.getPhysicalPath()))
    indexes = {k: v for k, v in catalog.getIndexDataForRID(rid).items() if k not in EACH_TIME}
    metadata = {k: v for k, v in catalog.getMetadataForRID(rid).items() if k not in EACH_TIME}
    return {
        "indexes": {name: _plain(value) for name, value in indexes.items()},
        "metadata": {k: v for k, v in metadata.items() if not isinstance(v, TIMES)},
    }


def _plain(value):
    if isinstance(value, list | tuple | set):
        # The rank in a list of the newest may be a time.
        return sorted(str(it) for it in value if not isinstance(it, int) and it not in HISTORY)
    return "a time" if isinstance(value, int) and value > 10**6 else value
