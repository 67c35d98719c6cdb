"""The contract of the outbox and of the worker: jobs after commit, and jobs again and again."""

from dataclasses import dataclass
from wilma.social.interfaces import WilmaError
from zope.interface import Attribute
from zope.interface import Interface


class IOutbox(Interface):
    """Adapter of the site: what is to be done after commit. Plain data, in the database."""

    def put(kind, payload, order=None):
        """Write a job into the running transaction and give its id, a time-ordered int.

        `kind` names an IJob; `payload` is a dict of plain values (str, int, bool, list, dict).
        Jobs with the same `order` (a str) are done one after the other, in the order they were
        written; the others in any order. An aborted transaction leaves nothing. Order counts
        among quick kinds and among slow ones, not between the two, and not between transactions
        that run at the same time. A dead letter lets those behind it go on: so a job should bring
        about what is right now, not take one step.

        Raises UnknownKind, and ValueError for a payload that is not plain or larger than 32 KB.
        """

    def counts():
        """Give `{kind: {"waiting": n, "retrying": n, "dead": n}}`, counted up to 20,000.

        `retrying` failed before and will be tried again, `waiting` was not tried yet.
        """

    def dead(limit=200):
        """Give `[DeadLetter]`, newest first."""

    def retry(job_id):
        """Let a dead letter be done as if it were new, with its old id. Raises NoSuchJob."""

    def drop(job_id):
        """Forget a dead letter. Raises NoSuchJob."""

    def retry_all():
        """Retry the dead letters, at most 1,000 in one call; give how many."""

    def drop_all():
        """Drop the dead letters, at most 1,000 in one call; give how many."""


@dataclass(frozen=True)
class DeadLetter:
    """A job that is given up; `since` is when it was written, in seconds since the epoch.

    `reason` never holds names, addresses or content: operators read it.
    """

    id: int
    kind: str
    since: int
    tries: int
    reason: str


class IJob(Interface):
    """Named utility: how one kind of job is done; its name is the kind.

    Called in the worker, in a transaction of its own that commits together with the removal of
    the job. May be called again for the same job (a kill between deed and commit), so a second
    call must do no harm. Asks permissions anew: time has passed since the job was written.

    Nobody is logged in unless the job sees to it. There is a request, with the layers of the site,
    whose addresses start with PUBLIC_URL; its answer goes nowhere.
    """

    title = Attribute("Optional, the kind if missing: translatable name for the control panel")
    slow = Attribute(
        "Optional, False if missing. True: done beside the quick jobs, since it may take minutes"
    )

    def __call__(site, payload, job_id):
        """Do it. Raises Later or Refused; any other error is tried again with back-off.

        One that takes longer than 15 minutes ends the worker, which then goes on with the others.
        """


class IPeriodicJob(Interface):
    """A named utility that the worker calls; its name is the job's name in the log.

    Each call is a transaction of its own, done again if it meets another write, and given up until
    the next turn if it raises. It must be safe to run twice.
    """

    every = Attribute("Seconds between two calls; the first comes one period after the start")

    def __call__(site) -> object:
        """Do it; what comes back, if anything, is logged. The site hook is set to `site`."""


class Later(WilmaError):
    """The job cannot be done now: try again as for any failure.

    `args[0]` says why, in a few words for operators, without names, addresses or content.
    """


class Refused(WilmaError):
    """The job can never be done: it becomes a dead letter at once. `args[0]` as for Later."""


class UnknownKind(WilmaError, LookupError):
    """There is no IJob, or no IMailKind, of this name."""


class NoSuchJob(WilmaError, KeyError):
    """There is no dead letter of this id (any more)."""
