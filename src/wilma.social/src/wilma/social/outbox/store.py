"""Where the jobs lie: plain BTrees in an annotation of the site, so that code may move.

{"dead": {id: record}, and for each lane:
 "LANE/00" … "LANE/15": {id: (kind, payload, order)}, written by whoever has something to do,
 "LANE/jobs", "LANE/agenda", "LANE/orders": see queue.py, written by the worker alone}

The worker takes new jobs out of the shards before it does them. So what it writes after a deed
meets nobody else's writing, and a mail that is out is never sent again because of a conflict.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations


KEY = "wilma.outbox"
QUICK, SLOW = "quick", "slow"
LANES = (QUICK, SLOW)
SHARDS = 16
# A tree that is emptied while somebody adds to it is a conflict; this key stays.
LASTING = 0


def prepare(site) -> None:
    """Make the storage; may run again."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = _empty()


def read(site):
    """The storage, None if nothing was ever written."""
    return IAnnotations(site).get(KEY)


def write(site):
    """The storage, made if it is not there yet."""
    prepare(site)
    return IAnnotations(site)[KEY]


def shard(store, lane: str, job_id: int) -> LOBTree:
    """The tree into which a new job goes."""
    return store[_name(lane, job_id % SHARDS)]


def shards(store, lane: str) -> list[LOBTree]:
    """All trees with new jobs of the lane."""
    return [store[_name(lane, number)] for number in range(SHARDS)]


def _empty():
    store = OOBTree({"dead": LOBTree()})
    for lane in LANES:
        for number in range(SHARDS):
            store[_name(lane, number)] = LOBTree({LASTING: None})
        store[f"{lane}/jobs"] = LOBTree()
        store[f"{lane}/agenda"] = OOBTree()
        store[f"{lane}/orders"] = OOBTree()
    return store


def _name(lane, number):
    return f"{lane}/{number:02d}"
