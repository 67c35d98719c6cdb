"""People with odd names, and mail servers with odd manners."""

from aiosmtpd.controller import Controller
from email import message_from_bytes
from email.policy import default
from plone import api
from tests.stack.wilma import free_port

import pytest
import socket
import socketserver
import threading


PASSWORD = "Servus-WiLMA-2026"


def make_person(userid, email=None, fullname="Maria Huber"):
    """Make an account and give its user id."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username=userid,
            email=email or f"{userid}@wilma.example",
            password=PASSWORD,
            properties={"fullname": fullname},
        )
    return userid


class Post:
    """A handler of aiosmtpd that keeps what it takes; answers what it is told to."""

    def __init__(self):
        self.taken = []
        self.answers = {}

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server, session, envelope):
        if "DATA" in self.answers:
            return self.answers["DATA"]
        self.taken.append((envelope.rcpt_tos, envelope.original_content))
        return "250 OK"

    @property
    def messages(self):
        return [message_from_bytes(content, policy=default) for _to, content in self.taken]


class Rude(socketserver.StreamRequestHandler):
    """A server that behaves until `at`, and then does `what`."""

    def handle(self):
        self.at("greeting", b"220 hier\r\n")
        for line in self.rfile:
            verb = line.split()[0].upper().decode() if line.split() else ""
            if verb == "DATA" and self.at(verb, b"354 bitte\r\n"):
                list(iter(self.rfile.readline, b".\r\n"))
                verb = "dot"
            self.at(verb, b"250 gut\r\n")

    def at(self, place, answer):
        """Be rude if this is the place to be so, else answer."""
        if self.server.at == place:
            self.server.what(self)
            self.rfile.close()
            return False
        self.wfile.write(answer)
        return True


def hang(handler):
    """Say nothing until the client gives up."""
    handler.connection.recv(1)
    handler.server.gone.wait(30)


def close(handler):
    """Hang up in mid-dialogue."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def drip(handler):
    """Send sign by sign, for ever: no single wait is long."""
    while not handler.server.gone.wait(0.2):
        handler.wfile.write(b"2")


@pytest.fixture
def point_mail_at(portal):
    """Let the site send to this port of loopback."""

    def point(port):
        api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
        api.portal.set_registry_record("plone.smtp_port", port)

    return point


@pytest.fixture
def post(point_mail_at):
    """A real mail server."""
    handler = Post()
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, enable_SMTPUTF8=True)
    controller.start()
    point_mail_at(port)
    yield handler
    controller.stop()


@pytest.fixture
def rude(point_mail_at):
    """Make a rude server: `rude("RCPT", hang)`."""
    servers = []

    def rude(at, what):
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Rude)
        server.daemon_threads = True
        server.at, server.what = at, what
        server.gone = threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        point_mail_at(server.server_address[1])
        return server

    yield rude
    for server in servers:
        server.gone.set()
        server.shutdown()
        server.server_close()
