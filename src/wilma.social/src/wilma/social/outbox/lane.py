"""One lane of the worker: does job after job, each in a transaction of its own."""

from contextlib import contextmanager
from pathlib import Path
from wilma.social.outbox import store
from wilma.social.outbox.backoff import Rest
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.queue import Queue
from wilma.social.outbox.words import CONFLICTS
from wilma.social.outbox.words import UNKNOWN
from ZODB.POSException import ConflictError
from zope.component import queryUtility

import logging
import threading
import time
import transaction


log = logging.getLogger("wilma.outbox")

ATTEMPTS = 5
LONGEST_REASON = 200


class Lane:
    """`open_site()` is a context manager that gives the site, or None, in a fresh connection.

    The file `lane.NAME` in `folder` names the job that is being done. If it is there at the start,
    the worker ended in the middle of that job, which then is put off first: a job that kills the
    worker does not do so for ever. The same if the database went away in the middle: this writes
    before anything else is done, so that no deed is repeated while nothing can be committed.
    """

    def __init__(self, name: str, open_site, folder: Path, stop: threading.Event) -> None:
        self.name = name
        self.open_site = open_site
        self.stop = stop
        self.rest = Rest()
        self.mark = folder / f"lane.{name}"
        self.interrupted = self._read_mark()
        self.busy_since: float | None = None

    def turn(self) -> int:
        """Do what is due now; how many jobs were tried. Raises what the database raises."""
        count = 0
        self._note_interruption()
        while not self.stop.is_set() and self._next():
            count += 1
        return count

    def seconds(self) -> float:
        """For how long the present job has been going on; 0 if there is none."""
        since = self.busy_since
        return 0 if since is None else time.monotonic() - since

    def forget(self) -> None:
        """No job is to blame for what comes: none is being done, or we are told to stop."""
        self.mark.unlink(missing_ok=True)

    def _next(self) -> bool:
        with self._queue() as (site, queue):
            if queue is None:
                return False
            self._take_over(queue)
            found = queue.next(self.rest.kinds())
            if found is None:
                return False
        job_id, record = found
        self.mark.write_text(str(job_id))
        self.interrupted = job_id
        self.busy_since = time.monotonic()
        try:
            self._do(job_id, record)
        finally:
            self.busy_since = None
        self.interrupted = None
        self.forget()
        return True

    def _take_over(self, queue) -> None:
        try:
            if queue.take_over():
                transaction.commit()
        except ConflictError:
            # Somebody wrote into the same place: next time.
            transaction.abort()

    def _do(self, job_id: int, record: dict) -> None:
        kind = record["kind"]
        try:
            self._write(lambda site, queue: self._deed(site, queue, job_id, record))
        except Refused as error:
            reason = _short(error)
            self._write(lambda _site, queue: queue.refuse(job_id, reason))
        except Exception as error:
            reason = self._why(kind, error)
            self._write(lambda _site, queue: queue.later(job_id, reason))
            self.rest.failed(kind)
        else:
            reason = "done"
            self.rest.succeeded(kind)
        log.info("%s %d: %s", kind, job_id, reason)

    def _deed(self, site, queue, job_id, record) -> None:
        job = queryUtility(IJob, name=record["kind"])
        if job is None:
            raise Refused(UNKNOWN)
        job(site, record["payload"], job_id)
        queue.done(job_id)

    def _why(self, kind: str, error: Exception) -> str:
        if isinstance(error, Later):
            return _short(error)
        if isinstance(error, ConflictError):
            return CONFLICTS
        log.error("%s failed", kind, exc_info=error)
        # Its message might tell what nobody should read in a list.
        return type(error).__name__

    def _write(self, act) -> None:
        """Act and commit, again if that meets another write.

        The removal of a job never does. So a mail, whose kind must not write, is sent once.
        """
        for attempt in range(ATTEMPTS):
            try:
                with self._queue() as (site, queue):
                    act(site, queue)
                    transaction.commit()
                    return
            except ConflictError:
                if attempt == ATTEMPTS - 1:
                    raise
                time.sleep(0.05 * 2**attempt)

    def _note_interruption(self) -> None:
        if self.interrupted is None:
            return
        job_id = self.interrupted

        def note(_site, queue):
            if queue is not None and job_id in queue.jobs:
                queue.interrupted(job_id)

        self._write(note)
        log.info("%d was interrupted", job_id)
        self.interrupted = None
        self.forget()

    @contextmanager
    def _queue(self):
        transaction.begin()
        with self.open_site() as site:
            try:
                found = None if site is None else store.read(site)
                yield site, None if found is None else Queue(found, self.name)
            finally:
                transaction.abort()

    def _read_mark(self) -> int | None:
        try:
            return int(self.mark.read_text())
        except (OSError, ValueError):
            return None


def _short(error: Exception) -> str:
    reason = str(error.args[0]) if error.args else type(error).__name__
    return " ".join(reason.split())[:LONGEST_REASON]
