"""What is written is done, once, in order, and nothing that fails is lost."""

from contextlib import suppress
from wilma.social.outbox.backoff import FEWEST_TRIES
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import NoSuchJob
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.interfaces import UnknownKind
from wilma.social.outbox.storage import Outbox
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager

import pytest


DAY = 24 * 3600


class Killed(BaseException):
    """What kill -9 is to the code: nothing after this line runs."""


def test_what_is_written_is_done_once(database, lane, jobs):
    ids = database.put("a", "b", "c")

    assert lane().turn() == 3
    assert lane().turn() == 0
    assert jobs["first"].done == ["a", "b", "c"]
    assert jobs["first"].ids == ids == sorted(ids)
    assert database.counts() == {}


def test_an_aborted_transaction_leaves_nothing(database, lane, jobs):
    with suppress(Killed), database.site() as site:
        Outbox(site).put("first", {"what": "a"})
        raise Killed

    assert lane().turn() == 0
    assert jobs["first"].done == []


@pytest.mark.parametrize(
    "payload", [{"what": object()}, ["a"], "a", {"what": "a" * 40_000}, {"what": float("nan")}]
)
def test_only_plain_small_payloads(database, jobs, payload):
    with database.site() as site, pytest.raises(ValueError, match="payload|JSON"):
        Outbox(site).put("first", payload)

    assert database.counts() == {}


def test_the_payload_is_a_copy(database, lane, jobs):
    payload = {"what": "a"}
    with database.site() as site:
        Outbox(site).put("first", payload)
        payload["what"] = "b"

    lane().turn()

    assert jobs["first"].done == ["a"]


def test_unknown_kinds_are_refused(database, jobs):
    with database.site() as site, pytest.raises(UnknownKind):
        Outbox(site).put("third", {})


def test_a_kind_that_went_away_is_a_dead_letter(database, lane, jobs):
    database.put("a")
    getGlobalSiteManager().unregisterUtility(jobs["first"], IJob, name="first")

    lane().turn()

    assert database.counts() == {"first": {"waiting": 0, "retrying": 0, "dead": 1}}


def test_a_failure_is_tried_again_with_longer_and_longer_pauses(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [Later("not now"), ValueError("secret"), Later("not now")]}
    database.put("a")
    worker, tries = lane(), []
    for _second in range(0, 120, 2):
        tries.append(worker.turn())
        clock.later(2)

    assert jobs["first"].done == ["a"]
    when = [second for second, count in enumerate(tries) if count]
    gaps = [later - earlier for earlier, later in zip(when, when[1:], strict=False)]
    assert len(gaps) == 3
    assert gaps == sorted(gaps)
    assert 3 <= gaps[0] <= 7  # 10 seconds, counted in steps of two
    assert database.counts() == {}


def test_one_that_waits_to_be_tried_again_holds_up_nobody(database, lane, jobs):
    jobs["first"].errors = {"a": [Later("not now")]}
    database.put("a", "b")

    lane().turn()

    assert jobs["first"].done == ["b"]
    assert database.counts() == {"first": {"waiting": 0, "retrying": 1, "dead": 0}}


def test_it_is_given_up_after_a_day_and_many_tries(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [Later("not now") for _try in range(100)]}
    [job_id] = database.put("a")
    worker, hours = lane(), 0
    while not database.dead() and hours < 100:
        worker.turn()
        clock.later(3600 * 1.3)
        hours += 1.3

    [letter] = database.dead()
    assert (letter.id, letter.kind, letter.reason) == (job_id, "first", "not now")
    assert letter.tries >= FEWEST_TRIES
    assert 24 <= hours <= 30


def test_an_hour_without_server_gives_nothing_up(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [Later("not now") for _try in range(100)]}
    database.put("a")
    worker = lane()
    for _minute in range(60):
        worker.turn()
        clock.later(60)

    assert database.counts() == {"first": {"waiting": 0, "retrying": 1, "dead": 0}}


def test_a_refused_job_is_a_dead_letter_at_once(database, lane, jobs):
    jobs["first"].errors = {"a": [Refused("no such address")]}
    [job_id] = database.put("a")

    lane().turn()

    [letter] = database.dead()
    assert (letter.id, letter.tries, letter.reason) == (job_id, 1, "no such address")


def test_the_words_of_an_unforeseen_error_are_not_shown(database, lane, jobs):
    jobs["first"].errors = {"a": [ValueError("maria.huber@wilma.example")] * 100}
    database.put("a")

    lane().turn()

    with database.open_site() as site:
        [record] = site["wilma.outbox"]["quick/jobs"].values()
        assert record["reason"] == "ValueError"


def test_a_dead_letter_is_retried_with_its_id(database, lane, jobs):
    jobs["first"].errors = {"a": [Refused("no")]}
    [job_id] = database.put("a")
    worker = lane()
    worker.turn()

    with database.site() as site:
        Outbox(site).retry(job_id)
    worker.turn()

    assert jobs["first"].done == ["a"]
    assert jobs["first"].ids == [job_id, job_id]
    assert database.counts() == {}


def test_a_dead_letter_is_dropped(database, lane, jobs):
    jobs["first"].errors = {"a": [Refused("no")]}
    [job_id] = database.put("a")
    worker = lane()
    worker.turn()

    with database.site() as site:
        Outbox(site).drop(job_id)
    worker.turn()

    assert jobs["first"].done == []
    assert database.counts() == {}


@pytest.mark.parametrize("act", ["retry", "drop"])
@pytest.mark.parametrize("job_id", [1, -1, 2**70, "x"])
def test_what_is_no_dead_letter_is_neither_retried_nor_dropped(database, jobs, act, job_id):
    [waiting] = database.put("a")

    for wrong in (job_id, waiting):
        with database.site() as site, pytest.raises(NoSuchJob):
            getattr(Outbox(site), act)(wrong)

    assert database.counts() == {"first": {"waiting": 1, "retrying": 0, "dead": 0}}


@pytest.mark.parametrize(("act", "done"), [("retry_all", ["a", "b"]), ("drop_all", [])])
def test_all_at_once(database, lane, jobs, act, done):
    jobs["first"].errors = {"a": [Refused("no")], "b": [Refused("no")]}
    database.put("a", "b")
    worker = lane()
    worker.turn()

    with database.site() as site:
        assert getattr(Outbox(site), act)() == 2
    worker.turn()

    assert jobs["first"].done == done
    assert database.dead() == []


def test_order_is_kept_across_kinds_and_failures(database, lane, jobs, clock):
    jobs["first"].errors = {"a": [Later("not now")]}
    database.put("a", order="room")
    database.put("b", kind="second", order="room")
    database.put("c", order="room")
    database.put("other", kind="second", order="another room")
    database.put("free", kind="second")
    worker = lane()

    worker.turn()
    assert (jobs["first"].done, jobs["second"].done) == ([], ["other", "free"])

    clock.later(15)
    worker.turn()
    assert (jobs["first"].done, jobs["second"].done) == (["a", "c"], ["other", "free", "b"])
    assert jobs["first"].ids[1] < jobs["second"].ids[-1] < jobs["first"].ids[-1]


def test_order_is_kept_among_many(database, lane, jobs):
    numbers = list(range(1000))
    for start in range(0, 1000, 100):
        database.put(*numbers[start : start + 100], order="room")

    lane().turn()

    assert jobs["first"].done == numbers


def test_a_dead_letter_lets_those_behind_it_go_on_and_comes_first_when_retried(
    database, lane, jobs
):
    jobs["first"].errors = {"a": [Refused("no")], "b": [Later("not now")]}
    first, *_others = database.put("a", "b", "c", order="room")
    worker = lane()
    worker.turn()
    assert [letter.id for letter in database.dead()] == [first]

    with database.site() as site:
        Outbox(site).retry(first)
    worker.turn()

    assert jobs["first"].done == ["a"]  # b rests, c waits for it
    assert database.counts() == {"first": {"waiting": 1, "retrying": 1, "dead": 0}}


def test_slow_jobs_have_a_lane_of_their_own(database, lane, jobs):
    database.put("long", kind="slow")
    database.put("short")

    lane("quick").turn()
    assert (jobs["first"].done, jobs["slow"].done) == (["short"], [])

    lane("slow").turn()
    assert jobs["slow"].done == ["long"]


def test_a_kind_that_fails_all_the_time_rests_and_the_others_do_not(database, lane, jobs, clock):
    jobs["first"].errors = {number: [Later("hangs")] for number in range(50)}
    database.put(*range(50))
    database.put(*"abc", kind="second")
    worker = lane()

    worker.turn()
    tried = len(jobs["first"].ids)
    assert jobs["second"].done == ["a", "b", "c"]
    assert tried == 3

    for _minute in range(10):
        clock.later(61)
        worker.turn()
    assert len(jobs["first"].ids) <= tried + 20
    jobs["first"].errors = {}
    for _minute in range(10):
        clock.later(600)
        worker.turn()
    assert sorted(jobs["first"].done) == list(range(50))


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
