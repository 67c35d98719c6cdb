"""What the city's people were told, and what was told to everybody."""

from Products.CMFCore.utils import getToolByName
from wilma.policy.bench.interfaces import Call
from wilma.policy.bench.interfaces import IBenchPart
from wilma.social.inbox.interfaces import INotifications
from zope.interface import implementer

import transaction


# Whose pages are measured has a full inbox; the others have a few entries.
READER = "p00001"
FEW = 5
BATCH = 2_000


@implementer(IBenchPart)
class Inbox:
    """An inbox for everybody. Its storage has no events, so it is written by its own API."""

    order = 30

    def build(self, city, say) -> None:
        """See IBenchPart."""
        inbox = INotifications(city.site)
        targets = _targets(city)
        for number in range(city.size.broadcasts):
            inbox.tell_everybody("content", target=targets[number % len(targets)], data=PUBLISHED)
        for number in range(city.size.notifications):
            inbox.tell([READER], "content", target=targets[number % len(targets)], data=PUBLISHED)
        for number, person in enumerate(city.people()):
            for one in range(FEW):
                target = targets[(number + one) % len(targets)]
                inbox.tell([person.id], "content", target=target, data=PUBLISHED)
            if number % BATCH == 0:
                transaction.savepoint(optimistic=True)
                city.site._p_jar.cacheGC()

    def calls(self, city):
        """See IBenchPart."""
        return (
            Call("@pulse", "/@pulse", json=True, most_times_empty=2),
            Call("@notifications", "/@notifications", json=True),
            Call("Mitteilungen", "/mitteilungen"),
        )


PUBLISHED = {"what": "published"}


def _targets(city):
    catalog = getToolByName(city.site, "portal_catalog")
    return [brain.UID for brain in catalog(portal_type="News Item", sort_limit=500)[:500]]
