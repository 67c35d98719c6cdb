"""The bin is emptied by the worker."""

from plone.dexterity.interfaces import IDexterityContainer
from wilma.policy.bin.interfaces import DAYS_KEPT
from wilma.policy.bin.interfaces import IBin
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.interface import implementer


HOUR = 3600
DAY = 24 * HOUR


@implementer(IPeriodicJob)
class EmptyBin:
    """Forgets, every hour, what has lain in any bin of the site for 30 days."""

    every = HOUR

    def __call__(self, site) -> int:
        """Give how many entries were forgotten."""
        sections = [site, *(s for s in site.objectValues() if IDexterityContainer.providedBy(s))]
        return sum(IBin(section).forget_older_than(DAYS_KEPT * DAY) for section in sections)
