"""The outbox as those see it who write jobs, and those who look after them."""

from BTrees.LOBTree import LOBTree
from collections import defaultdict
from itertools import chain
from itertools import islice
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.ids import new_id
from wilma.social.ids import seconds_of
from wilma.social.outbox import store
from wilma.social.outbox.interfaces import DeadLetter
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.interfaces import NoSuchJob
from wilma.social.outbox.interfaces import UnknownKind
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer

import json


LARGEST = 32 * 1024
COUNTED = 20_000
AT_ONCE = 1_000


@implementer(IOutbox)
@adapter(IPloneSiteRoot)
class Outbox:
    """See IOutbox."""

    def __init__(self, site):
        self.site = site

    def put(self, kind, payload, order=None):
        """See IOutbox."""
        job = queryUtility(IJob, name=kind)
        if job is None:
            raise UnknownKind(kind)
        job_id = new_id()
        self._put(job_id, job, (kind, _plain(payload), order))
        return job_id

    def counts(self):
        """See IOutbox."""
        counts = defaultdict(lambda: {"waiting": 0, "retrying": 0, "dead": 0})
        found = store.read(self.site)
        if found is None:
            return {}
        for kind, _payload, _order in islice(_untouched(found), COUNTED):
            counts[kind]["waiting"] += 1
        for lane in store.LANES:
            for record in islice(found[f"{lane}/jobs"].values(), COUNTED):
                counts[record["kind"]]["retrying" if record["tries"] else "waiting"] += 1
        for record in islice(found["dead"].values(), COUNTED):
            counts[record["kind"]]["dead"] += 1
        return dict(counts)

    def dead(self, limit=200):
        """See IOutbox."""
        return [
            DeadLetter(
                job_id,
                record["kind"],
                int(seconds_of(job_id)),
                record["tries"],
                record["reason"],
            )
            for job_id, record in islice(reversed(self._dead().items()), limit)
        ]

    def retry(self, job_id):
        """See IOutbox."""
        record = self._remove(job_id)
        job = queryUtility(IJob, name=record["kind"])
        self._put(job_id, job, (record["kind"], record["payload"], record["order"]))

    def drop(self, job_id):
        """See IOutbox."""
        self._remove(job_id)

    def retry_all(self):
        """See IOutbox."""
        return self._all(self.retry)

    def drop_all(self):
        """See IOutbox."""
        return self._all(self.drop)

    def _put(self, job_id, job, entry):
        lane = store.SLOW if getattr(job, "slow", False) else store.QUICK
        store.shard(store.write(self.site), lane, job_id)[job_id] = entry

    def _all(self, act):
        ids = list(islice(self._dead().keys(), AT_ONCE))
        for job_id in ids:
            act(job_id)
        return len(ids)

    def _remove(self, job_id):
        try:
            return self._dead().pop(job_id)
        except (KeyError, TypeError, OverflowError) as error:
            raise NoSuchJob(job_id) from error

    def _dead(self):
        found = store.read(self.site)
        return LOBTree() if found is None else found["dead"]


def _untouched(found):
    trees = chain.from_iterable(store.shards(found, lane) for lane in store.LANES)
    return chain.from_iterable(tree.values(min=store.LASTING + 1) for tree in trees)


def _plain(payload):
    # A copy of its own: no later change by the caller, no persistent object comes along.
    try:
        text = json.dumps(payload, allow_nan=False)
    except TypeError as error:
        raise ValueError(f"The payload is not plain: {error}") from error
    if not isinstance(payload, dict) or len(text) > LARGEST:
        raise ValueError("The payload is no dict, or too large.")
    return json.loads(text)
