"""The contract of the worker: what may be done again and again."""

from zope.interface import Attribute
from zope.interface import Interface


class IPeriodicJob(Interface):
    """A named utility that the worker calls; its name is the job's name in the log.

    Each call is a transaction of its own, done again if it meets another write, and given up until
    the next turn if it raises. It must be safe to run twice.
    """

    every = Attribute("Seconds between two calls; the first comes one period after the start")

    def __call__(site) -> object:
        """Do it; what comes back, if anything, is logged. The site hook is set to `site`."""
