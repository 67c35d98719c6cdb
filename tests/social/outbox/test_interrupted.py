"""Kills, stops and conflicts lose nothing."""

from contextlib import suppress
from wilma.social.outbox.interfaces import Refused
from ZODB.POSException import ConflictError

import pytest


class Killed(BaseException):
    """What kill -9 is to the code: nothing after this line runs."""


def test_killed_after_the_deed_it_is_done_again_with_the_same_id(database, lane, jobs, clock):
    [job_id] = database.put("a")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wilma.social.outbox.queue.Queue.done", _kill)
        with pytest.raises(Killed):
            lane().turn()

    again = lane()
    again.turn()
    clock.later(15)
    again.turn()

    assert jobs["first"].done == ["a", "a"]
    assert jobs["first"].ids == [job_id, job_id]
    assert database.counts() == {}


def test_a_job_that_kills_the_worker_each_time_is_given_up(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [Killed() for _start in range(100)]}
    [job_id] = database.put("a")
    database.put("b")
    starts = 0
    while not database.dead() and starts < 100:
        starts += 1
        with suppress(Killed):
            lane().turn()
        clock.later(600)

    [letter] = database.dead()
    assert letter.id == job_id
    assert jobs["first"].ids.count(job_id) == 5
    assert jobs["first"].done == ["b"]


def test_a_stop_between_jobs_leaves_the_rest(database, lane, jobs):
    database.put("a", "b")
    worker = lane()
    worker.stop.set()

    assert worker.turn() == 0
    assert jobs["first"].done == []
    assert database.counts() == {"first": {"waiting": 2, "retrying": 0, "dead": 0}}


def test_what_a_job_writes_is_committed_with_its_removal(database, lane, jobs, monkeypatch):
    def write(site, payload, job_id):
        site[payload["what"]] = job_id
        if payload["what"] == "bad":
            raise Refused("no")

    monkeypatch.setattr(type(jobs["first"]), "__call__", lambda self, *args: write(*args))
    good, _bad = database.put("good", "bad")

    lane().turn()

    with database.open_site() as site:
        assert site["good"] == good
        assert "bad" not in site


def test_a_conflict_of_the_job_is_tried_again_at_once(database, lane, jobs, monkeypatch):
    calls = []

    def meet(site, payload, job_id):
        calls.append(job_id)
        site["hot"] = len(calls)
        if len(calls) == 1:
            with database.site() as other:
                other["hot"] = "other"

    monkeypatch.setattr(type(jobs["first"]), "__call__", lambda self, *args: meet(*args))
    database.put("a")

    lane().turn()

    with database.open_site() as site:
        assert site["hot"] == 2
    assert database.counts() == {}


def test_a_job_that_always_meets_other_writes_is_put_off(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [ConflictError() for _try in range(5)]}
    database.put("a", "b")
    worker = lane()

    worker.turn()
    assert jobs["first"].done == ["b"]

    clock.later(15)
    worker.turn()
    assert jobs["first"].done == ["b", "a"]


def _kill(*_):
    raise Killed
