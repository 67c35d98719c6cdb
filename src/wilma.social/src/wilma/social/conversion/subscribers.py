"""When a file comes, changes or goes."""

from plone.uuid.interfaces import IUUID
from wilma.social.conversion.interfaces import IConversions
from zope.component.hooks import getSite


def ask_the_worker(content, event) -> None:
    """The worker reads the new file after commit; without a new file nothing happens."""
    conversions = IConversions(getSite(), None)
    if conversions is not None:
        conversions.ask(content)


def forget(content, event) -> None:
    """Text and preview go with the content; what comes back from the bin is read anew."""
    conversions = IConversions(getSite(), None)
    if conversions is not None:
        conversions.forget(IUUID(content, None))
