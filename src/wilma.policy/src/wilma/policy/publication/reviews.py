"""Once for each review date, whoever looks after the content is told that it has come."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from DateTime import DateTime
from datetime import date
from plone.indexer import indexer
from Products.CMFCore.utils import getToolByName
from wilma.policy.content.behaviors import IReviewDate
from wilma.policy.publication.notices import last_actors
from wilma.social.directory.interfaces import IDirectory
from wilma.social.inbox.interfaces import INotifications
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


HOUR = 3600
# Not `review_date`: what has none, a comment for example, would acquire that of its page.
INDEX = "review_due"
# {UID: the indexed day} of what was told.
TOLD = "wilma.reviews"


@indexer(IReviewDate)
def review_due(content) -> date | None:
    """The review date, for the catalog."""
    return content.review_date


@implementer(IPeriodicJob)
class TellReviewsDue:
    """In the first hour of the day: tells of each published item whose review date has come."""

    every = HOUR

    def __call__(self, site) -> int:
        """Give how many items were told of. Told once a date, however often it runs."""
        told = IAnnotations(site).get(TOLD, {})
        due = dict(_due(site))
        new = [uid for uid, (day, _brain) in due.items() if told.get(uid) != day]
        for uid in new:
            day, brain = due[uid]
            _tell(site, uid, brain._unrestrictedGetObject())
            IAnnotations(site).setdefault(TOLD, OOBTree())[uid] = day
        for uid in [uid for uid in told if uid not in due]:
            del told[uid]
        return len(new)


def _due(site) -> Iterator:
    """(UID, (day, catalog entry)); the day as the index has it, so that nothing is woken."""
    catalog = getToolByName(site, "portal_catalog")
    until_today = {"query": date.today(), "range": "max"}
    index = catalog.Indexes[INDEX]
    for brain in catalog.unrestrictedSearchResults(
        review_due=until_today, review_state="published", effectiveRange=DateTime()
    ):
        yield brain.UID, (index.getEntryForObject(brain.getRID()), brain)


def _tell(site, uid, content):
    notifications = INotifications(site)
    first = [*_contacts(site, content), content.Creator()]
    # The contact and who made it; if both are gone, who last moved it through its workflow.
    receivers = [userid for userid in first if notifications.may_be_told(userid)]
    others = (userid for userid in last_actors(content) if notifications.may_be_told(userid))
    receivers = receivers or [userid for userid in [next(others, None)] if userid]
    notifications.tell(receivers, "content", target=uid, data={"what": "review_due"})


def _contacts(site, content):
    """Userids of whom to ask: who was chosen, and whose mail address stands below the content."""
    chosen = getattr(aq_base(content), "contact_person", None)
    return [userid for userid in dict.fromkeys([chosen, _by_mail(site, content)]) if userid]


def _by_mail(site, content):
    address = (getattr(content, "contact_email", None) or "").strip().casefold()
    directory = IDirectory(site, None)
    if not address or directory is None:
        return None
    found = directory.search(address, size=5).entries
    return next((entry.userid for entry in found if entry.email.casefold() == address), None)
