"""Writes mails into the outbox."""

from plone.base.interfaces import IPloneSiteRoot
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import IMails
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.interfaces import UnknownKind
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer


JOB = "mail"


@implementer(IMails)
@adapter(IPloneSiteRoot)
class Mails:
    """See IMails."""

    def __init__(self, site):
        self.site = site

    def send(self, userid, kind, data, to=None):
        """See IMails."""
        if queryUtility(IMailKind, name=kind) is None:
            raise UnknownKind(kind)
        payload = {"userid": userid, "kind": kind, "data": data}
        if to is not None:
            payload["to"] = to
        return IOutbox(self.site).put(JOB, payload)
