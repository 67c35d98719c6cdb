"""Producers and the worker at the same time, each with a connection of its own."""

from wilma.social.outbox.storage import Outbox
from ZODB.POSException import ConflictError

import threading


PRODUCERS = 4
EACH = 150


def test_nothing_is_lost_or_done_twice_under_concurrent_producers(database, lane, jobs):
    conflicts, stop, worker = [], threading.Event(), lane()
    thread = threading.Thread(target=_work, args=(worker, stop))
    thread.start()
    producers = [
        threading.Thread(target=_produce, args=(database, number, conflicts))
        for number in range(PRODUCERS)
    ]
    for producer in producers:
        producer.start()
    for producer in producers:
        producer.join()
    stop.set()
    thread.join()
    worker.turn()

    expected = [f"{number}-{count}" for number in range(PRODUCERS) for count in range(EACH)]
    assert sorted(jobs["first"].done) == sorted(expected)
    assert database.counts() == {}
    # Producers are done again by the publisher; a rare event, or a hot spot is back.
    assert len(conflicts) < PRODUCERS * EACH / 10


def test_order_is_kept_under_concurrent_producers(database, lane, jobs):
    stop, worker = threading.Event(), lane()
    thread = threading.Thread(target=_work, args=(worker, stop))
    thread.start()
    for count in range(300):
        database.put(count, kind="first", order="room")
    stop.set()
    thread.join()
    worker.turn()

    assert jobs["first"].done == list(range(300))


def test_a_producer_in_the_middle_does_not_make_a_deed_happen_twice(database, lane, jobs):
    """The worker deletes what it did while somebody writes into the same place."""
    database.put("a")
    job, done = jobs["first"], []

    def meet(site, payload, job_id):
        done.append(payload["what"])
        if payload["what"] == "a":
            database.put(*"bcdefghijklmnopqrstuvwxyz")

    job.__class__ = type("Meeting", (type(job),), {"__call__": lambda self, *args: meet(*args)})

    lane().turn()

    assert done == list("abcdefghijklmnopqrstuvwxyz")


def _work(worker, stop):
    while not stop.wait(0.01):
        worker.turn()


def _produce(database, number, conflicts):
    for count in range(EACH):
        while True:
            try:
                with database.site() as site:
                    Outbox(site).put("first", {"what": f"{number}-{count}"})
                break
            except ConflictError as error:
                conflicts.append(error)
