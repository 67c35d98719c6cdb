"""The bin is emptied by the worker, a section at a time."""

from plone.dexterity.interfaces import IDexterityContainer
from wilma.policy.bin.interfaces import DAYS_KEPT
from wilma.policy.bin.interfaces import IBin


DAY = 24 * 3600


def empty_old(site) -> int:
    """Forget what has lain in any bin of the site for 30 days; give how many entries."""
    sections = [site, *(s for s in site.objectValues() if IDexterityContainer.providedBy(s))]
    return sum(IBin(section).forget_older_than(DAYS_KEPT * DAY) for section in sections)
