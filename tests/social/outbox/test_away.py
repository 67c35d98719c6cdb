"""The database server goes away while jobs are done: nothing is lost, and few deeds repeated."""

from tests.social.outbox.conftest import Database
from transaction.interfaces import TransientError
from wilma.social.outbox.lane import Lane
from ZEO.ClientStorage import ClientStorage
from ZODB.DB import DB

import pytest
import threading
import time
import ZEO


class Server:
    """A ZEO server to stop and start; `database` is a client of it."""

    def __init__(self, path):
        self.path = str(path)
        # A process: a server in a thread leaves its sockets open, and a client may wait for ever.
        self.address, self.stop = ZEO.server(self.path, threaded=False)
        storage = ClientStorage(self.address, wait_timeout=1, max_disconnect_poll=1)
        self.database = Database(DB(storage))

    def start(self):
        """Come back, and wait until the client has noticed."""
        _address, self.stop = ZEO.server(self.path, port=self.address[1], threaded=False)
        end = time.monotonic() + 60
        while not self.database.db.storage.is_connected() and time.monotonic() < end:
            time.sleep(0.05)


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path / "Data.fs")
    yield server
    server.database.db.close()
    server.stop()


@pytest.fixture
def lane(server, tmp_path):
    return Lane("quick", server.database.open_site, tmp_path, threading.Event())


def _meet(lane):
    with pytest.raises(TransientError):
        lane.turn()


def test_away_in_the_middle_of_a_deed(server, lane, jobs, clock, monkeypatch):
    job = jobs["first"]

    def die_at_a(self, site, payload, job_id):
        self.done.append(payload["what"])
        if self.done == ["a"]:
            server.stop()

    monkeypatch.setattr(type(job), "__call__", die_at_a)
    server.database.put("a", "b")

    for _turn in range(3):
        _meet(lane)
    # What was done is not done again while nothing can be committed.
    assert job.done == ["a"]

    server.start()
    lane.turn()
    assert job.done == ["a", "b"]
    clock.later(15)
    lane.turn()
    assert job.done == ["a", "b", "a"]
    assert server.database.counts() == {}


def test_away_between_two_jobs(server, lane, jobs, clock):
    server.database.put("a")
    lane.turn()
    server.database.put("b", "c")
    with server.database.open_site():
        server.stop()

    for _turn in range(3):
        _meet(lane)
    assert jobs["first"].done in (["a"], ["a", "b"])

    server.start()
    lane.turn()
    clock.later(15)
    lane.turn()
    assert sorted(set(jobs["first"].done)) == ["a", "b", "c"]
    assert len(jobs["first"].done) <= 4
    assert server.database.counts() == {}
