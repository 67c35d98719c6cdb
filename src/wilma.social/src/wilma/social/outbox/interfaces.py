"""The contract of the outbox and of the worker: jobs after commit, and jobs again and again."""

from wilma.social.interfaces import WilmaError
from zope.interface import Attribute
from zope.interface import Interface


class IOutbox(Interface):
    """Adapter of the site: what is to be done after commit. Plain data, in the database."""

    def put(kind, payload, order=None):
        """Write a job into the running transaction and give its id, a time-ordered int.

        `kind` names an IJob; `payload` is a dict of plain values (str, int, bool, list, dict).
        Jobs with the same `order` (a str) are done one after the other, in the order they were
        written; the others in any order. An aborted transaction leaves nothing.
        """


class IJob(Interface):
    """Named utility: how one kind of job is done; its name is the kind.

    Called in the worker, in a transaction of its own that commits together with the removal of
    the job. May be called again for the same job (a kill between deed and commit), so a second
    call must do no harm. Asks permissions anew: time has passed since the job was written.
    """

    def __call__(site, payload, job_id):
        """Do it. Raises Later or Refused; any other error is tried again with back-off."""


class IPeriodicJob(Interface):
    """A named utility that the worker calls; its name is the job's name in the log.

    Each call is a transaction of its own, done again if it meets another write, and given up until
    the next turn if it raises. It must be safe to run twice.
    """

    every = Attribute("Seconds between two calls; the first comes one period after the start")

    def __call__(site) -> object:
        """Do it; what comes back, if anything, is logged. The site hook is set to `site`."""


class Later(WilmaError):
    """The job cannot be done now: try again as for any failure. `args[0]` says why, in short."""


class Refused(WilmaError):
    """The job can never be done: it becomes a dead letter at once. `args[0]` says why, in short."""
