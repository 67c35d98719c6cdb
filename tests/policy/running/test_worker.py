"""The worker's turns, and what it does when a job fails."""

from wilma.policy.running.worker import Worker
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.interface import implementer

import os
import pytest
import threading
import time


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
