"""kill -9 of each process under eight writers: nothing that was acknowledged is lost."""

from tests.stack.writers import Writers
from wilma.policy.running import orphans

import pytest
import time


TIMES = 2
LONGEST = 30  # seconds until it is back


@pytest.mark.parametrize("name", ["instance1", "nginx", "zeo"])
def test_killed_under_writers(stack, name):
    stack.settle()
    writers = Writers(stack.url, stack.admin, same_folder=False)
    writers.start()
    back = []
    for _ in range(TIMES):
        time.sleep(2)
        stack.kill(name)
        back.append(stack.wait())
    stack.settle()
    calm = time.monotonic()
    time.sleep(3)
    writers.stop()

    written = writers.written
    assert writers.check() == []
    assert len(written.pages) > 10
    assert max(back) < LONGEST
    assert max(written.seconds) < LONGEST
    assert [status for moment, status in written.moments if moment > calm and status == 500] == []


def test_workers_of_a_killed_nginx_do_not_stay(stack):
    before = orphans.nginx_workers(stack.var.run)

    stack.kill("nginx")
    end = time.monotonic() + 30
    while set(before) & set(orphans.nginx_workers(stack.var.run)) and time.monotonic() < end:
        time.sleep(0.2)

    assert stack.wait() < LONGEST
    assert set(before) & set(orphans.nginx_workers(stack.var.run)) == set()
    assert len(orphans.nginx_workers(stack.var.run)) == len(before) > 0


def test_two_folders_or_one(stack):
    """Without any kill: no error at all, and nobody waits long."""
    stack.settle()
    for same_folder in (True, False):
        writers = Writers(stack.url, stack.admin, same_folder=same_folder)
        writers.start()
        time.sleep(10)
        writers.stop()

        written = writers.written
        assert set(written.statuses) == {201, 204}, written.errors
        assert max(written.seconds) < LONGEST
        assert writers.check() == []
