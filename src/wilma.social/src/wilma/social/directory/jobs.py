"""What the worker does for the directory."""

from wilma.social.directory.roll import Roll
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.interface import implementer


HOUR = 3600


@implementer(IPeriodicJob)
class ForgetChanges:
    """Drops, every hour, what instances need not follow any more."""

    every = HOUR

    def __call__(self, site) -> int:
        """Give how many changes were dropped."""
        return Roll(site).forget_changes()
