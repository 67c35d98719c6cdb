"""The job `mail`: compose for the receiver as they are now, and hand it to the mail server."""

from plone import api
from wilma.social import _
from wilma.social.mail.compose import compose
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.receiver import language_of
from wilma.social.mail.receiver import receiver
from wilma.social.mail.server import deliver
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.words import UNKNOWN
from zope.component import queryUtility
from zope.interface import implementer


@implementer(IJob)
class SendMail:
    """Nothing goes to who has no account or address, or need not know any more."""

    title = _("Mail")
    slow = False

    def __call__(self, site, payload, job_id):
        """See IJob."""
        kind = queryUtility(IMailKind, name=payload["kind"])
        if kind is None:
            raise Refused(UNKNOWN)
        person = receiver(site, payload["userid"], payload.get("to"))
        if person is None:
            return
        language = language_of(site, person.userid)
        with api.env.adopt_user(user=person.user):
            message = kind(site, person.userid, payload["data"], language)
        if message is not None:
            deliver(compose(site, person, message, language, job_id))
