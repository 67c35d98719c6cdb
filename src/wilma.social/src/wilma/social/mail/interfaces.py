"""The contract of mails: who wants to write one names a kind; the worker composes and sends it."""

from dataclasses import dataclass
from dataclasses import field
from zope.interface import Interface


@dataclass(frozen=True)
class Message:
    """What a mail says, already in the receiver's language; plain text, escaped when rendered."""

    subject: str
    title: str
    paragraphs: tuple[str, ...] = ()
    # Where the button leads: a path below the site, "/aktuelles/…"; made absolute by PUBLIC_URL.
    path: str | None = None
    button: str | None = None
    # Further headers, such as List-Unsubscribe.
    headers: dict[str, str] = field(default_factory=dict)


class IMailKind(Interface):
    """Named utility: composes one kind of mail when it is delivered; its name is the kind."""

    def __call__(site, userid, data, language) -> Message | None:
        """Compose. None if the receiver may not see, or need not know, any more: nothing is sent.

        Runs in the worker with the receiver as the current user, so that permission is asked as
        for a request of theirs. `data` is what was given to `send`.

        Must not write if it gives a message: whom its write meets when the mail is out makes the
        mail go out again.
        """


class IMails(Interface):
    """Adapter of the site."""

    def send(userid, kind, data, to=None):
        """Write a mail of the kind to a person into the outbox, and give the id of its job.

        It goes out after commit, if the person then has an open account with a mail address.
        `data` is a dict of plain values. `to` is for what must reach an address that was the
        person's until now: it goes there, even if the account is disabled. Raises UnknownKind
        (wilma.social.outbox.interfaces).
        """
