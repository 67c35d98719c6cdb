"""`@@health` and `@@ready`, as other systems ask for them."""

import time


def test_health_says_ok_and_nothing_else(get):
    answer = get("/@@health")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["Content-Type"].startswith("application/json")


def test_ready_names_the_parts(get):
    answer = get("/@@ready")

    parts = {"database": "ok", "worker": "ok", "chat": "off"}
    assert (answer.status_code, answer.json()) == (200, {"status": "ready", "parts": parts})


def test_not_ready_without_the_worker(stack, get):
    stack.supervisor.stopProcess("worker")
    beat = stack.var.run / "worker.beat"
    beat.unlink()
    try:
        answer = get("/@@ready")

        assert answer.status_code == 503
        assert answer.json()["parts"] == {"database": "ok", "worker": "down", "chat": "off"}
    finally:
        stack.supervisor.startProcess("worker")
        stack.wait()


def test_the_worker_beats_every_second(stack):
    beat = stack.var.run / "worker.beat"
    time.sleep(2.5)

    assert time.time() - beat.stat().st_mtime < 5


def test_not_ready_without_the_database_but_healthy_is_said_fast(stack, get):
    stack.supervisor.stopProcess("zeo")
    try:
        answer = get("/@@ready")

        assert answer.status_code == 503
        assert answer.json()["parts"]["database"] == "down"
    finally:
        stack.supervisor.startProcess("zeo")
        stack.settle()
