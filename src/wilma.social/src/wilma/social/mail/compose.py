"""A mail in the look: headers that other systems understand, text, and the same as HTML."""

from chameleon import PageTemplateFile
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from email.utils import localtime
from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUID
from wilma.social import _
from wilma.social.mail import headers
from wilma.social.mail.interfaces import Message
from wilma.social.mail.links import absolute
from wilma.social.mail.links import home
from wilma.social.mail.links import mail_host
from wilma.social.mail.receiver import Receiver
from wilma.social.outbox.interfaces import Later
from zope.i18n import translate


HTML = PageTemplateFile(str(Path(__file__).parent / "mail.pt"))
NO_SENDER = _("The site has no sender address")
WHY = _("WiLMA wrote this mail by itself. An answer reaches nobody.")
OPEN = _("Open in WiLMA")


def compose(site, receiver: Receiver, message: Message, language: str, job_id: int) -> EmailMessage:
    """The mail as it goes out. Raises Refused for an address that is none, Later without sender."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _sender()
    mail["To"] = headers.address(receiver.fullname, receiver.email)
    mail["Subject"] = headers.clean(message.subject)
    mail["Date"] = format_datetime(localtime())
    mail["Message-ID"] = message_id(site, job_id)
    # RFC 3834, and the same for Exchange: no "out of office" comes back.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    headers.add(mail, message.headers)
    said = _said(site, message, language)
    mail.set_content(_text(**said), cte="quoted-printable")
    mail.add_alternative(HTML.render(**said), subtype="html", cte="quoted-printable")
    mail["Content-Language"] = language
    return mail


def message_id(site, job_id: int) -> str:
    """Of the job and the site alone: if it has to go out again, the double is known as one."""
    return f"<{job_id}.{IUUID(site)}@{mail_host(site)}>"


def _sender() -> Address:
    email = api.portal.get_registry_record("plone.email_from_address", default="") or ""
    name = api.portal.get_registry_record("plone.email_from_name", default="") or ""
    if not email:
        raise Later(NO_SENDER)
    return headers.address(name, email)


def _said(site, message, language):
    return {
        "lang": language,
        "title": headers.sendable(message.title),
        "paragraphs": [headers.sendable(paragraph) for paragraph in message.paragraphs],
        "link": None if message.path is None else absolute(site, message.path),
        "button": headers.sendable(message.button or translate(OPEN, target_language=language)),
        "why": translate(WHY, target_language=language),
        "home": home(site),
        "site": site.Title(),
    }


def _text(title, paragraphs, link, button, why, home, **_):
    parts = [title, *paragraphs]
    if link:
        parts.append(f"{button}:\n{link}")
    # "-- " begins the signature.
    return "\n\n".join([*parts, f"-- \n{why}\n{home}"]) + "\n"
