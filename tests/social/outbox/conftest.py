"""An outbox in a real database, with jobs that do what they are told."""

from contextlib import contextmanager
from persistent.mapping import PersistentMapping
from wilma.social.outbox import store
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.lane import Lane
from wilma.social.outbox.storage import Outbox
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import pytest
import threading
import time
import transaction


class Site(PersistentMapping):
    """Has annotations, and nothing else of a site."""

    def __conform__(self, interface):
        return self if interface is IAnnotations else None


@implementer(IJob)
class Job:
    """Notes each payload's `what`; first raises what `errors` holds for it."""

    def __init__(self, slow=False):
        self.slow = slow
        self.done = []
        self.errors = {}
        self.ids = []

    def __call__(self, site, payload, job_id):
        self.ids.append(job_id)
        errors = self.errors.get(payload["what"])
        if errors:
            raise errors.pop(0)
        self.done.append(payload["what"])


@pytest.fixture
def jobs():
    """Two quick kinds, `first` and `second`, and a slow one, `slow`."""
    made = {"first": Job(), "second": Job(), "slow": Job(slow=True)}
    registry = getGlobalSiteManager()
    for name, job in made.items():
        registry.registerUtility(job, IJob, name=name)
    yield made
    for name, job in made.items():
        registry.unregisterUtility(job, IJob, name=name)


class Database:
    """Connections to one database, each as if of another process."""

    def __init__(self, db):
        self.db = db
        with self.site() as site:
            store.prepare(site)

    @contextmanager
    def site(self, manager=None):
        """A site in a connection of its own; commits at the end."""
        manager = manager or transaction.TransactionManager()
        connection = self.db.open(manager)
        try:
            yield connection.root().setdefault("site", Site())
            manager.commit()
        finally:
            manager.abort()
            connection.close()

    @contextmanager
    def open_site(self):
        """As the worker opens it."""
        connection = self.db.open()
        try:
            yield connection.root()["site"]
        finally:
            transaction.abort()
            connection.close()

    def put(self, *names, kind="first", order=None):
        """Write jobs, in one transaction."""
        with self.site() as site:
            return [Outbox(site).put(kind, {"what": name}, order) for name in names]

    def counts(self):
        with self.site() as site:
            return Outbox(site).counts()

    def dead(self):
        with self.site() as site:
            return Outbox(site).dead()


@pytest.fixture
def database(tmp_path):
    made = Database(DB(FileStorage(str(tmp_path / "Data.fs"))))
    yield made
    made.db.close()


@pytest.fixture
def lane(database, tmp_path):
    """Make a lane, as a worker does when it starts."""

    def lane(name="quick"):
        return Lane(name, database.open_site, tmp_path, threading.Event())

    return lane


@pytest.fixture
def clock(monkeypatch):
    """A clock to turn on: `clock.later(60)`."""

    class Clock:
        shift = 0.0

        def later(self, seconds):
            self.shift += seconds

    clock, real = Clock(), {name: getattr(time, name) for name in ("time", "monotonic")}
    for name, function in real.items():
        monkeypatch.setattr(time, name, lambda f=function: f() + clock.shift)
    return clock
