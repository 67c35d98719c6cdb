"""Turns of writers: beside each other at first, alone after a failure."""

from wilma.policy.running.turns import Turn

import threading
import time


def test_writers_run_beside_each_other(tmp_path):
    with Turn(tmp_path), Turn(tmp_path):
        pass


def test_who_failed_waits_for_the_others_and_is_then_alone(tmp_path):
    seen = []

    def other(started, end):
        with Turn(tmp_path):
            seen.append("other in")
            started.set()
            end.wait()
            seen.append("other out")

    started, end = threading.Event(), threading.Event()
    first = threading.Thread(target=other, args=(started, end))
    with Turn(tmp_path) as turn:
        first.start()
        started.wait()
        threading.Timer(0.3, end.set).start()

        turn.be_alone()

        seen.append("alone")
        late = threading.Thread(target=other, args=(threading.Event(), end))
        late.start()
        time.sleep(0.3)
        seen.append("done")
    first.join()
    late.join()

    assert seen == ["other in", "other out", "alone", "done", "other in", "other out"]


def test_the_turn_ends_with_its_holder(tmp_path):
    with Turn(tmp_path) as turn:
        turn.be_alone()

    started = time.monotonic()
    with Turn(tmp_path):
        assert time.monotonic() - started < 5
