"""The one kind of mail that belongs to nobody else: a trial for who looks after the outbox."""

from wilma.social import _
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import Message
from zope.i18n import translate
from zope.interface import implementer


@implementer(IMailKind)
class Trial:
    """Shows that mails go out, and how they look."""

    def __call__(self, site, userid, data, language):
        """See IMailKind."""

        def say(text):
            return translate(text, target_language=language)

        return Message(
            subject=say(_("Trial mail from WiLMA")),
            title=say(_("It works")),
            paragraphs=(
                say(_("You asked for this mail in the outbox of the site administration.")),
                say(_("If it reached you, WiLMA can write to the people of your city.")),
            ),
            path="/",
            button=say(_("Open in WiLMA")),
        )
