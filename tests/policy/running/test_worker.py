"""The worker's turns, and what it does when a job fails."""

from pathlib import Path
from wilma.policy.running.worker import GRACE
from wilma.policy.running.worker import Worker
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.interface import implementer

import os
import pytest
import subprocess
import sys
import threading
import time


PROCESS = Path(__file__).with_name("worker_process.py")


@implementer(IPeriodicJob)
class Job:
    """Counts its calls; fails as often as it is told to."""

    every = 60

    def __init__(self, *failures):
        self.failures = list(failures)
        self.sites = []

    def __call__(self, site):
        self.sites.append(site.getId())
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def worker(tmp_path):
    return Worker(threading.Event(), tmp_path)


def test_the_first_turn_comes_one_period_after_the_start(worker, tmp_path):
    job = Job()

    assert worker._is_due("count", job) is False
    os.utime(tmp_path / "job.count", (0, time.time() - 61))
    assert worker._is_due("count", job) is True
    assert worker._is_due("count", job) is False


def test_a_turn_is_remembered_over_a_restart(worker, tmp_path):
    worker._is_due("count", Job())
    os.utime(tmp_path / "job.count", (0, time.time() - 61))

    assert Worker(threading.Event(), tmp_path)._is_due("count", Job()) is True


@pytest.fixture
def process(tmp_path):
    """Start a worker with a job that hangs: `process(longest_job)`; it ends with the test."""
    started = []

    def process(longest=900):
        command = [sys.executable, str(PROCESS), str(tmp_path), str(longest)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        started.append(subprocess.Popen(command, env=environment))
        return started[-1]

    yield process
    for one in started:
        one.kill()
        one.wait()


def _wait_for(*files):
    end = time.monotonic() + 60
    while not all(file.exists() for file in files):
        assert time.monotonic() < end, files
        time.sleep(0.05)


def test_a_job_that_hangs_does_not_stop_the_quick_ones(process, tmp_path):
    process()

    _wait_for(tmp_path / "hangs", tmp_path / "a", tmp_path / "b", tmp_path / "worker.beat")


def test_told_to_stop_it_does_not_wait_for_a_job_that_hangs(process, tmp_path):
    running = process()
    _wait_for(tmp_path / "hangs", tmp_path / "b")
    assert (tmp_path / "lane.slow").exists()

    running.terminate()

    assert running.wait(GRACE + 5) == 0
    # The job is not to blame for this end.
    assert not (tmp_path / "lane.slow").exists()


def test_a_job_that_hangs_too_long_ends_the_worker_and_is_put_off(process, tmp_path):
    assert process(longest=1).wait(60) == 1
    (tmp_path / "hangs").unlink()
    (tmp_path / "a").unlink(missing_ok=True)

    process()
    _wait_for(tmp_path / "worker.beat")
    end = time.monotonic() + 30
    while (tmp_path / "lane.slow").exists() and time.monotonic() < end:
        time.sleep(0.05)

    # The next worker notes the failure instead of hanging in the same job at once.
    assert not (tmp_path / "lane.slow").exists()
    assert not (tmp_path / "hangs").exists()
