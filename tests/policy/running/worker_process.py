"""A worker without Zope in a process of its own, for tests that end it.

python worker_process.py FOLDER LONGEST_JOB

It has a slow job that hangs, and two quick ones.
"""

from pathlib import Path
from tests.social.outbox.conftest import Database
from tests.social.outbox.conftest import Job
from wilma.policy.running import worker
from wilma.social.outbox.interfaces import IJob
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.component import getGlobalSiteManager

import signal
import sys
import threading
import time


class Hanging(Job):
    def __call__(self, site, payload, job_id):
        (FOLDER / "hangs").touch()
        time.sleep(1000)


class Touching(Job):
    def __call__(self, site, payload, job_id):
        (FOLDER / payload["what"]).touch()


FOLDER = Path(sys.argv[1])
new = not (FOLDER / "Data.fs").exists()
database = Database(DB(FileStorage(str(FOLDER / "Data.fs"))))
for name, job in {"hang": Hanging(slow=True), "touch": Touching()}.items():
    getGlobalSiteManager().registerUtility(job, IJob, name=name)
if new:
    database.put("x", kind="hang")
    database.put("a", "b", kind="touch")
worker.open_site = database.open_site
worker.in_site = lambda *_: None
worker.LONGEST_JOB = float(sys.argv[2])
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())
worker.Worker(stop, FOLDER).run()
