"""What is written is done, once, by who knows its kind."""

from contextlib import suppress
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import UnknownKind
from wilma.social.outbox.storage import Outbox
from zope.component import getGlobalSiteManager

import pytest


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
