"""What fails is tried again, and at last a dead letter that can be retried or dropped."""

from wilma.social.outbox.backoff import FEWEST_TRIES
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import NoSuchJob
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.storage import Outbox

import pytest


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
