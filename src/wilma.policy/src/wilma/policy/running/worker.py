"""The worker: one process beside the instances that does what no request should wait for.

It loads the whole site's code, does the periodic jobs, and shows by a heartbeat that it lives.
"""

from pathlib import Path
from transaction.interfaces import TransientError
from wilma.policy.running.mail import point_mail_at
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.component import getUtilitiesFor
from zope.component.hooks import setSite
from Zope2.Startup.run import make_wsgi_app

import logging
import os
import signal
import sys
import threading
import time
import transaction
import Zope2


log = logging.getLogger("wilma.worker")
ATTEMPTS = 5
# A job that takes longer counts as hanging: the heartbeat stops.
LONGEST_JOB = 900


class Worker:
    """Runs until `stop` is set."""

    def __init__(self, stop: threading.Event, folder: Path) -> None:
        self.stop = stop
        self.folder = folder
        self.alive = time.monotonic()

    def run(self) -> None:
        threading.Thread(target=self._beat, daemon=True).start()
        in_site("mail", point_mail_at)
        while not self.stop.wait(1):
            self.alive = time.monotonic()
            for name, job in getUtilitiesFor(IPeriodicJob):
                if self._is_due(name, job):
                    in_site(name, job)
                    self.alive = time.monotonic()

    def _is_due(self, name: str, job) -> bool:
        # A file remembers the last turn, so that a daily job gets its turn in spite of restarts.
        last = self.folder / f"job.{name}"
        if last.exists() and time.time() - last.stat().st_mtime < job.every:
            return False
        first = not last.exists()
        last.touch()
        return not first

    def _beat(self) -> None:
        while not self.stop.is_set():
            if time.monotonic() - self.alive < LONGEST_JOB:
                (self.folder / "worker.beat").touch()
            self.stop.wait(1)


def in_site(name: str, job) -> None:
    """Call the job with the site, in its own transaction; failures are logged, never raised."""
    for attempt in range(ATTEMPTS):
        app = Zope2.app()
        try:
            transaction.begin()
            _once(app, name, job)
            return
        except TransientError:
            transaction.abort()
            time.sleep(0.1 * 2**attempt)
        except Exception:
            transaction.abort()
            log.exception("%s failed", name)
            return
        finally:
            setSite(None)
            app._p_jar.close()
    log.error("%s met other writes %d times, given up until the next turn", name, ATTEMPTS)


def _once(app, name: str, job) -> None:
    site = app.get("wilma")
    if site is None:
        return
    setSite(site)
    done = job(site)
    transaction.commit()
    if done:
        log.info("%s: %s", name, done)


def main() -> None:
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    logging.basicConfig(
        level=logging.INFO,
        stream=sys.stdout,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
    make_wsgi_app({}, sys.argv[1])
    log.info("worker ready")
    Worker(stop, Path(os.environ["WILMA_RUN"])).run()
    for database in Zope2.opened:
        database.close()


if __name__ == "__main__":
    main()
