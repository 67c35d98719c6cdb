"""The mail to a new person, whose profile came first: a way to a password of their own."""

from plone import api
from urllib.parse import quote
from wilma.social import _
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import IMails
from wilma.social.mail.interfaces import Message
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
        IMails(api.portal.get()).send(event.object.getId(), KIND, {})


@implementer(IMailKind)
class Welcome:
    """The address in it works once, and as long as that of a forgotten password."""

    def __call__(self, site, userid, data, language):
        """See IMailKind."""
        asked = api.portal.get_tool("portal_password_reset").requestReset(userid)
        if asked is None:
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
            path=f"/passwordreset/{asked['randomstring']}?userid={quote(userid)}",
            button=say(_("Choose a password")),
        )
