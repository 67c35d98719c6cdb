"""`@pulse`: a few numbers that every open page asks for once a minute."""

from hashlib import sha256
from plone.base.interfaces import IPloneSiteRoot
from plone.restapi.services import Service
from wilma.social.inbox.interfaces import IPulse
from wilma.social.inbox.rows import count
from wilma.social.inbox.services import current_userid
from wilma.social.interfaces import IWilmaSocialLayer
from zope.component import adapter
from zope.component import getAdapters
from zope.interface import implementer

import json


class PulseGet(Service):
    """GET @pulse: `{notifications, …}`; 304 if the ETag that was sent still holds."""

    def render(self):
        """Give the numbers; like `reply` of other services, but with 304 and without a body."""
        self.check_permission()
        response = self.request.response
        userid = current_userid()
        counts = getAdapters((self.context, self.request), IPulse)
        numbers = json.dumps({name: tell(userid) for name, tell in counts}, sort_keys=True)
        etag = f'"{sha256(numbers.encode()).hexdigest()[:16]}"'
        response.setHeader("ETag", etag)
        # The page keeps the ETag by itself; a browser on a shared computer keeps nothing.
        response.setHeader("Cache-Control", "private, no-store")
        if self.request.getHeader("If-None-Match") == etag:
            response.setStatus(304)
            return ""
        response.setHeader("Content-Type", "application/json")
        return numbers


@implementer(IPulse)
@adapter(IPloneSiteRoot, IWilmaSocialLayer)
class NotificationsPulse:
    """`notifications`: how many rows of the inbox are unread; 10 means more than 9."""

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def __call__(self, userid: str) -> int:
        """Give the number."""
        return count(self.site, userid)
