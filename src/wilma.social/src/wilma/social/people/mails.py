"""The mail to a new person, whose profile came first: a way to a password of their own.

Two jobs. The first makes the address that works once, which writes into Plone's reset tool, where
everybody writes who forgot a password: on a conflict it is simply done again. The second sends it,
and writes nothing. Were it one job, a conflict would come after the mail, which then went out twice
with the first address dead. So the secret lies in the outbox until the mail is out: in the database
where the reset tool keeps it, too, and shown nowhere.
"""

from plone import api
from Products.CMFPlone.PasswordResetTool import ExpiredRequestError
from Products.CMFPlone.PasswordResetTool import InvalidRequestError
from urllib.parse import quote
from wilma.social import _
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import IMails
from wilma.social.mail.interfaces import Message
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.people.interfaces import IAccountMade
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


KIND = "welcome"


@adapter(IAccountMade)
def send_welcome(event) -> None:
    """Write to the person; not if a program fills the site, since nobody waits for mails then."""
    request = getRequest()
    asked = IWilmaSocialLayer.providedBy(request) and request.get("REQUEST_METHOD") == "POST"
    if event.object.email and asked:
        IOutbox(api.portal.get()).put(KIND, {"userid": event.object.getId()})


@implementer(IJob)
class MakeAddress:
    """The address that leads to a password, and the job to mail it."""

    title = _("Access of a new person")

    def __call__(self, site, payload, job_id) -> None:
        """See IJob."""
        asked = api.portal.get_tool("portal_password_reset").requestReset(payload["userid"])
        if asked is not None:
            IMails(site).send(payload["userid"], KIND, {"code": asked["randomstring"]})


@implementer(IMailKind)
class Welcome:
    """The address in it works once, and as long as that of a forgotten password."""

    def __call__(self, site, userid, data, language):
        """See IMailKind. An address that is too old by now is replaced, and mailed later."""
        try:
            api.portal.get_tool("portal_password_reset").verifyKey(data["code"])
        except ExpiredRequestError:
            # The mail server was away for long.
            IOutbox(site).put(KIND, {"userid": userid})
            return None
        except InvalidRequestError:
            # Used: the mail is out, and the worker ended before it could note that.
            return None

        def say(text):
            return translate(text, target_language=language)

        return Message(
            subject=say(_("Your access to WiLMA")),
            title=say(_("Welcome to WiLMA")),
            paragraphs=(
                say(_("An account has been made for you. Please choose your password.")),
                say(_("Your login name is ${name}.", mapping={"name": userid})),
                say(
                    _(
                        "The link works for one day and once. Later you get a new one at the "
                        "login, by “Forgotten your password?”."
                    )
                ),
            ),
            path=f"/passwordreset/{data['code']}?userid={quote(userid)}",
            button=say(_("Choose a password")),
        )
