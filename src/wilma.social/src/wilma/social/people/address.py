"""A new mail address of an account: it opens the account, by way of a forgotten password."""

from plone import api
from wilma.social import _
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import IMails
from wilma.social.mail.interfaces import Message
from wilma.social.people import rules
from zope.i18n import translate
from zope.interface import implementer


KIND = "mail_changed"


def differs(old: str | None, new: str | None) -> bool:
    """True if these are two addresses."""
    return (old or "").strip() != (new or "").strip()


def change(userid: str, old: str | None) -> None:
    """Close ways in by the old address, and tell it. Raises PersonRefused if one may not do so."""
    rules.check_address(userid)
    _drop_resets(userid)
    if old:
        IMails(api.portal.get()).send(userid, KIND, {}, to=old.strip())


def _drop_resets(userid):
    # Only requests of the last days are kept: few, however many people there are.
    requests = api.portal.get_tool("portal_password_reset")._requests
    for key in [key for key, (asked_for, _end) in requests.items() if asked_for == userid]:
        del requests[key]


@implementer(IMailKind)
class MailChanged:
    """Goes to the address that was the person's until now; does not tell the new one."""

    def __call__(self, site, userid, data, language):
        """See IMailKind."""

        def say(text):
            return translate(text, target_language=language)

        return Message(
            subject=say(_("Your e-mail address in WiLMA was changed")),
            title=say(_("Your e-mail address was changed")),
            paragraphs=(
                say(
                    _(
                        "WiLMA had this address for the account ${name}. From now on, it writes "
                        "to another one.",
                        mapping={"name": userid},
                    )
                ),
                say(
                    _(
                        "If you know nothing of this, please tell your administration at once: "
                        "somebody else may want to use your account."
                    )
                ),
            ),
        )
