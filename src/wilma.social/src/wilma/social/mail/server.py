"""Hands a mail to the city's mail server, and says what came of it: done, later, or never."""

from contextlib import contextmanager
from contextlib import suppress
from email.message import EmailMessage
from plone import api
from plone.base.interfaces import IMailSchema
from plone.registry.interfaces import IRegistry
from smtplib import SMTP
from smtplib import SMTP_SSL
from smtplib import SMTPException
from smtplib import SMTPNotSupportedError
from smtplib import SMTPRecipientsRefused
from smtplib import SMTPResponseException
from smtplib import SMTPSenderRefused
from threading import Timer
from wilma.social import _
from wilma.social.mail.links import mail_host
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import Refused
from zope.component import getUtility

import socket
import ssl


# Seconds: for one step of the dialogue, and for the whole (a server may send sign by sign).
STEP = 20
WHOLE = 90

AWAY = _("The mail server cannot be reached")
BROKEN_OFF = _("The mail server broke off")
NOT_NOW = _("The mail server takes nothing now")
NO_LOGIN = _("The mail server does not accept our login")
NO_SENDER = _("The mail server does not accept our sender address")
NO_TLS = _("The connection to the mail server is not safe")
REFUSED = _("The mail server refused the mail or its receiver")
NO_UTF8 = _("The mail server does not know such addresses")


def deliver(mail: EmailMessage) -> None:
    """Send it to the server that Plone's mail settings name. Raises Later or Refused."""
    settings = getUtility(IRegistry).forInterface(IMailSchema, prefix="plone", check=False)
    host = api.portal.get_tool("MailHost")
    with _server(settings, host) as server:
        _prepare(server, settings, host)
        _send(server, mail)


@contextmanager
def _server(settings, host):
    name = settings.smtp_host or "localhost"
    # Our own name is given, since smtplib would ask the name server for it, mail by mail.
    options = {"local_hostname": mail_host(api.portal.get()), "timeout": STEP}
    if host.implicit_tls:
        server = SMTP_SSL(context=ssl.create_default_context(), **options)
    else:
        server = SMTP(**options)
    # Needed for TLS; smtplib sets it only if it connects at once, before we can watch the time.
    server._host = name
    watch = Timer(WHOLE, _hang_up, (server,))
    watch.daemon = True
    watch.start()
    try:
        _connect(server, name, settings.smtp_port or 25)
        yield server
    finally:
        watch.cancel()
        _goodbye(server)


def _hang_up(server):
    with suppress(OSError, AttributeError):
        server.sock.shutdown(socket.SHUT_RDWR)


def _goodbye(server):
    # Its answer is not waited for: the mail is out, and a kill now would send it twice.
    with suppress(OSError, SMTPException):
        server.putcmd("quit")
    server.close()


def _connect(server, name, port):
    try:
        code, _answer = server.connect(name, port)
        server.ehlo_or_helo_if_needed()
    except ssl.SSLError as error:
        raise Later(NO_TLS) from error
    except (OSError, SMTPException) as error:
        raise Later(AWAY) from error
    if code != 220:
        raise Later(f"{AWAY} ({code})")


def _prepare(server, settings, host):
    # As MailHost does it: encrypted if the server can, always if the operator wants it.
    try:
        if not host.implicit_tls:
            _encrypt(server, host.force_tls)
        if settings.smtp_userid:
            server.login(settings.smtp_userid, settings.smtp_pass or "")
    except ssl.SSLError as error:
        raise Later(NO_TLS) from error
    except SMTPResponseException as error:
        raise Later(f"{NO_LOGIN} ({error.smtp_code})") from error
    except SMTPNotSupportedError as error:
        raise Later(NO_LOGIN) from error
    except (OSError, SMTPException) as error:
        raise Later(BROKEN_OFF) from error


def _encrypt(server, wanted):
    if server.has_extn("starttls"):
        # Unasked it is better than nothing, whoever signed the certificate.
        server.starttls(context=ssl.create_default_context() if wanted else _lenient())
        server.ehlo()
    elif wanted:
        raise Later(NO_TLS)


def _lenient():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _send(server, mail):
    try:
        server.send_message(mail)
    except SMTPRecipientsRefused as error:
        # One receiver, so one answer.
        [(code, _answer)] = error.recipients.values()
        _judge(code, error)
    except SMTPSenderRefused as error:
        # About us, not about the mail: the operator will see to it.
        raise Later(f"{NO_SENDER} ({error.smtp_code})") from error
    except SMTPResponseException as error:
        _judge(error.smtp_code, error)
    except SMTPNotSupportedError as error:
        raise Refused(NO_UTF8) from error
    except (OSError, SMTPException) as error:
        raise Later(BROKEN_OFF) from error


def _judge(code, error):
    if 500 <= code < 600:
        raise Refused(f"{REFUSED} ({code})") from error
    raise Later(f"{NOT_NOW} ({code})") from error
