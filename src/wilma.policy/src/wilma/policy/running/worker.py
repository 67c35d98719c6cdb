"""The worker: one process beside the instances that does what no request should wait for.

It loads the whole site's code, does the jobs of the outbox and the periodic jobs, and shows by a
heartbeat that it lives. Each lane of the outbox has a thread, so that slow jobs keep no quick ones
waiting; the periodic jobs have the main thread.
"""

from contextlib import contextmanager
from pathlib import Path
from transaction.interfaces import TransientError
from wilma.policy.running.mail import point_mail_at
from wilma.social.outbox.interfaces import IPeriodicJob
from wilma.social.outbox.lane import Lane
from wilma.social.outbox.place import at_site
from wilma.social.outbox.store import LANES
from zope.component import getUtilitiesFor
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
SITE = "wilma"
ATTEMPTS = 5
# A periodic job that takes longer counts as hanging: the heartbeat stops. A job of the outbox that
# does so ends the worker, which the supervisor starts again, so that the others go on.
LONGEST_JOB = 900
# Seconds between two looks into the outbox, and between two tries while the database is away.
PAUSE = 0.5
AWAY = 2
# What a job that is being done gets when the worker is told to stop.
GRACE = 3


class Worker:
    """Runs until `stop` is set."""

    def __init__(self, stop: threading.Event, folder: Path) -> None:
        self.stop = stop
        self.folder = folder
        self.alive = time.monotonic()
        self.lanes = [Lane(name, open_site, folder, stop) for name in LANES]

    def run(self) -> None:
        threading.Thread(target=self._beat, daemon=True).start()
        in_site("mail", point_mail_at)
        threads = [
            threading.Thread(target=self._work, args=(lane,), daemon=True) for lane in self.lanes
        ]
        for thread in threads:
            thread.start()
        while not self.stop.wait(1):
            self.alive = time.monotonic()
            self._periodic_jobs()
        self._end(threads)

    def _periodic_jobs(self) -> None:
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

    def _work(self, lane: Lane) -> None:
        pause = 0.0
        while not self.stop.wait(pause):
            pause = PAUSE
            try:
                lane.turn()
            except TransientError as error:
                log.info("%s: %s, trying again", lane.name, type(error).__name__)
                pause = AWAY
            except Exception:
                log.exception("%s", lane.name)
                pause = AWAY

    def _end(self, threads: list[threading.Thread]) -> None:
        end = time.monotonic() + GRACE
        for thread in threads:
            thread.join(max(0, end - time.monotonic()))
        for lane in self.lanes:
            lane.forget()
        if any(thread.is_alive() for thread in threads):
            log.info("stopped in the middle of a job, which will be done again")
            _exit(0)

    def _beat(self) -> None:
        while not self.stop.is_set():
            if time.monotonic() - self.alive < LONGEST_JOB:
                (self.folder / "worker.beat").touch()
            if any(lane.seconds() > LONGEST_JOB for lane in self.lanes):
                log.error("a job takes longer than %d s, so the worker starts anew", LONGEST_JOB)
                _exit(1)
            self.stop.wait(1)


def in_site(name: str, job) -> None:
    """Call the job with the site, in its own transaction; failures are logged, never raised."""
    for attempt in range(ATTEMPTS):
        try:
            transaction.begin()
            with open_site() as site:
                _once(site, name, job)
            return
        except TransientError:
            time.sleep(0.1 * 2**attempt)
        except Exception:
            log.exception("%s failed", name)
            return
    log.error("%s met other writes %d times, given up until the next turn", name, ATTEMPTS)


def _once(site, name: str, job) -> None:
    if site is None:
        return
    done = job(site)
    transaction.commit()
    if done:
        log.info("%s: %s", name, done)


@contextmanager
def open_site():
    """Give the site, None if there is none, in a connection of its own; what is left is undone."""
    app = Zope2.app()
    try:
        with at_site(app, SITE) as site:
            yield site
    finally:
        transaction.abort()
        app._p_jar.close()


def _exit(code: int) -> None:
    # Threads that hang in a job do not let the interpreter end.
    logging.shutdown()
    os._exit(code)


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
