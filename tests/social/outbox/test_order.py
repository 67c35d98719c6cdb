"""Order, lanes, and a kind that fails all the time."""

from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.storage import Outbox


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
