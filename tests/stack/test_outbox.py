"""The worker is killed while mails go out: none is missing, and few come twice."""

from tests.stack.mails import Mails

import time


KILLS = 3


def test_mails_while_the_worker_is_killed(stack):
    stack.settle()

    outcome = Mails(stack, number=60, kills=KILLS).run()

    assert outcome.mails == 60
    assert outcome.missing == []
    assert outcome.doubles <= KILLS
    assert outcome.left == {}
    stack.wait()


def test_mails_while_the_database_server_is_killed(stack):
    stack.settle()
    mails = Mails(stack, number=20, kills=0)
    mails.write()

    stack.kill("zeo")
    stack.settle()

    outcome = mails.outcome()
    assert (outcome.mails, outcome.missing, outcome.left) == (20, [], {})
    assert outcome.doubles <= 1


def test_the_worker_stops_when_told_to(stack):
    stack.settle()
    pid = stack.pid("worker")
    started = time.monotonic()

    stack.supervisor.stopProcess("worker", True)

    assert time.monotonic() - started < 5
    stack.supervisor.startProcess("worker", False)
    stack.wait(120)
    assert stack.pid("worker") not in (0, pid)
