"""The jobs of one lane as the worker sees them: what is to be done next, and what came of it.

jobs:   {id: record}, everything that was taken over from the shards and is not done yet
agenda: {kind: set of (time, id)}, what may be done, and from when on
orders: {order: set of ids}; only the first of each is on the agenda

Finding the next job costs the logarithm of what is waiting, whatever is waiting.
"""

from BTrees.LLBTree import LLTreeSet
from BTrees.OOBTree import OOTreeSet
from heapq import merge
from itertools import islice
from wilma.social.ids import seconds_of
from wilma.social.outbox import store
from wilma.social.outbox.backoff import delay
from wilma.social.outbox.backoff import is_over
from wilma.social.outbox.words import INTERRUPTED

import time


TAKEN_AT_ONCE = 200
# A job that is interrupted so often is what kills the worker.
MOST_INTERRUPTIONS = 5


class Queue:
    """Used by the worker alone, which commits."""

    def __init__(self, found, lane):
        self.shards = store.shards(found, lane)
        self.jobs = found[f"{lane}/jobs"]
        self.agenda = found[f"{lane}/agenda"]
        self.orders = found[f"{lane}/orders"]
        self.dead = found["dead"]

    def take_over(self) -> int:
        """Take new jobs out of the shards; how many."""
        # The smallest of all shards: else the second of an order might come before the first.
        new = (shard.keys(min=store.LASTING + 1) for shard in self.shards)
        ids = list(islice(merge(*new), TAKEN_AT_ONCE))
        for job_id in ids:
            kind, payload, order = self.shards[job_id % store.SHARDS].pop(job_id)
            self._add(
                job_id,
                {
                    "kind": kind,
                    "payload": payload,
                    "order": order,
                    # Another machine's clock may be ahead.
                    "due": min(seconds_of(job_id), time.time()),
                    "tries": 0,
                    "interruptions": 0,
                    "since": None,
                    "reason": "",
                },
            )
        return len(ids)

    def next(self, resting=()) -> tuple[int, dict] | None:
        """(id, record) of what has been due longest; nothing of the kinds that rest."""
        first = [
            agenda.minKey()
            for kind, agenda in self.agenda.items()
            if agenda and kind not in resting
        ]
        due, job_id = min(first, default=(None, None))
        if job_id is None or due > time.time():
            return None
        return job_id, self.jobs[job_id]

    def done(self, job_id: int) -> None:
        """It is done, or given up: the next of its order may come."""
        record = self.jobs.pop(job_id)
        self._unplan(job_id, record)
        if record["order"] is None:
            return
        ids = self.orders[record["order"]]
        ids.remove(job_id)
        if ids:
            self._plan(ids.minKey())
        else:
            del self.orders[record["order"]]

    def later(self, job_id: int, reason: str) -> None:
        """It failed: try again after a while, or give it up if that went on too long."""
        changed = _failed(self.jobs[job_id], reason)
        self._put_off(job_id, changed, is_over(changed["tries"], time.time() - changed["since"]))

    def interrupted(self, job_id: int) -> None:
        """The worker ended, or the database went away, in the middle of it."""
        record = self.jobs[job_id]
        changed = _failed(record, INTERRUPTED) | {"interruptions": record["interruptions"] + 1}
        self._put_off(job_id, changed, changed["interruptions"] >= MOST_INTERRUPTIONS)

    def refuse(self, job_id: int, reason: str) -> None:
        """It can never be done."""
        record = self.jobs[job_id]
        self._give_up(job_id, record | {"tries": record["tries"] + 1, "reason": reason})

    def _put_off(self, job_id, changed, over):
        if over:
            self._give_up(job_id, changed)
            return
        self._unplan(job_id, self.jobs[job_id])
        self.jobs[job_id] = changed
        self._plan(job_id)

    def _give_up(self, job_id, record):
        self.done(job_id)
        self.dead[job_id] = record

    def _add(self, job_id, record):
        self.jobs[job_id] = record
        if record["order"] is None:
            self._plan(job_id)
            return
        ids = self.orders.setdefault(record["order"], LLTreeSet())
        first = ids.minKey() if ids else None
        ids.insert(job_id)
        if first is None:
            self._plan(job_id)
        elif job_id < first:
            # A dead letter that is tried anew comes before those written later.
            self._unplan(first, self.jobs[first])
            self._plan(job_id)

    def _plan(self, job_id):
        record = self.jobs[job_id]
        self.agenda.setdefault(record["kind"], OOTreeSet()).insert((record["due"], job_id))

    def _unplan(self, job_id, record):
        self.agenda[record["kind"]].remove((record["due"], job_id))


def _failed(record, reason):
    now, tries = time.time(), record["tries"] + 1
    return record | {
        "tries": tries,
        "since": record["since"] or now,
        "reason": reason,
        "due": now + delay(tries),
    }
