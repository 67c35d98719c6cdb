"""A mail server that refuses, hangs or dies: done, later or never, and quickly decided."""

from email.message import EmailMessage
from plone import api
from tests.social.mail.conftest import close
from tests.social.mail.conftest import drip
from tests.social.mail.conftest import hang
from tests.social.mail.conftest import make_person
from wilma.social.mail import server
from wilma.social.mail.interfaces import IMailKind
from wilma.social.mail.interfaces import IMails
from wilma.social.mail.interfaces import Message
from wilma.social.mail.job import SendMail
from wilma.social.mail.server import deliver
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import Refused
from wilma.social.outbox.interfaces import UnknownKind
from wilma.social.person_state.interfaces import IPersonState
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import pytest
import socket
import time


@pytest.fixture
def mail():
    mail = EmailMessage()
    mail["From"], mail["To"] = "wilma@wilma.example", "maria@wilma.example"
    mail["Subject"] = "Betreff"
    mail.set_content("Servus")
    return mail


@pytest.fixture
def quick(monkeypatch):
    """The limits, so short that a test may wait for them."""
    monkeypatch.setattr(server, "STEP", 1)
    monkeypatch.setattr(server, "WHOLE", 2)


def test_it_arrives(post, mail):
    deliver(mail)

    [(to, _content)] = post.taken
    assert to == ["maria@wilma.example"]
    assert post.messages[0]["Subject"] == "Betreff"


@pytest.mark.parametrize("at", ["RCPT", "DATA"])
@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        ("550 5.1.1 maria@wilma.example unknown", Refused, "refused .* [(]550[)]"),
        ("451 4.7.1 maria@wilma.example: try later", Later, "nothing now [(]451[)]"),
        ("421 4.3.2 going down", Later, "nothing now [(]421[)]"),
    ],
)
def test_what_the_server_answers_decides(post, mail, at, answer, error, said):
    post.answers = {at: answer}

    with pytest.raises(error, match=said) as raised:
        deliver(mail)

    # The operator reads it: no address.
    assert "maria" not in raised.value.args[0]
    assert post.taken == []


@pytest.mark.parametrize("answer", ["550 5.7.1 not you", "451 busy"])
def test_a_refused_sender_is_not_the_fault_of_the_mail(post, mail, answer):
    post.answers = {"MAIL": answer}

    with pytest.raises(Later, match="sender address"):
        deliver(mail)


@pytest.mark.parametrize("what", [hang, close, drip])
@pytest.mark.parametrize("at", ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "dot"])
def test_a_server_that_hangs_or_dies_costs_little_time(rude, quick, mail, at, what):
    rude(at, what)
    started = time.monotonic()

    with pytest.raises(Later):
        deliver(mail)

    assert time.monotonic() - started < 8


def test_nobody_listens(point_mail_at, mail):
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        point_mail_at(trial.getsockname()[1])

        with pytest.raises(Later, match="cannot be reached"):
            deliver(mail)


def test_a_server_without_encryption_is_not_used_if_that_was_wanted(post, mail, portal):
    portal.MailHost.force_tls = True

    with pytest.raises(Later, match="not safe"):
        deliver(mail)

    assert post.taken == []


def test_a_server_that_takes_no_login_is_not_used_if_one_is_set(post, mail, portal):
    api.portal.set_registry_record("plone.smtp_userid", "wilma")
    api.portal.set_registry_record("plone.smtp_pass", "geheim")

    with pytest.raises(Later, match="login"):
        deliver(mail)

    assert post.taken == []


@implementer(IMailKind)
class Kind:
    """Writes who asks; nothing if the receiver may not see the page."""

    def __call__(self, site, userid, data, language):
        self.who = api.user.get_current().getId()
        if not api.user.has_permission("View", obj=site[data["section"]]):
            return None
        return Message(f"Für {userid}", language)


@pytest.fixture
def kind():
    made = Kind()
    getGlobalSiteManager().registerUtility(made, IMailKind, name="test")
    yield made
    getGlobalSiteManager().unregisterUtility(made, IMailKind, name="test")


@pytest.fixture
def send(portal):
    """What the worker does with a mail."""

    def send(userid="maria"):
        payload = {"userid": userid, "kind": "test", "data": {"section": "wissen"}}
        SendMail()(portal, payload, 4711)

    return send


def test_a_mail_is_composed_as_the_receiver(portal, post, kind, send):
    make_person("maria")

    send()

    assert kind.who == "maria"
    assert [message["Subject"] for message in post.messages] == ["Für maria"]
    assert api.user.get_current().getId() != "maria"


def test_who_may_not_see_gets_nothing(portal, post, kind, send):
    make_person("maria")
    portal.wissen.manage_permission("View", ["Manager"])

    send()

    assert kind.who == "maria"
    assert post.taken == []


def test_disabled_and_deleted_accounts_get_nothing(portal, post, kind, send):
    make_person("maria")
    IPersonState(portal).write("maria", "disabled", True)

    send()
    send("niemand")

    assert post.taken == []


def test_a_wrong_address_is_refused(portal, post, kind, send):
    make_person("maria")
    api.user.get("maria").setMemberProperties({"email": "maria@wilma.example, x@evil.example"})

    with pytest.raises(Refused, match="not valid"):
        send()

    assert post.taken == []


def test_sending_writes_a_job(portal, kind):
    job_id = IMails(portal).send("maria", "test", {"section": "wissen"})

    assert isinstance(job_id, int)
    assert IOutbox(portal).counts() == {"mail": {"waiting": 1, "retrying": 0, "dead": 0}}


def test_unknown_kinds_are_refused(portal):
    with pytest.raises(UnknownKind):
        IMails(portal).send("maria", "nothing", {})


def test_plones_own_test_mail_still_works(portal, post):
    with api.env.adopt_roles(["Manager"]):
        api.portal.send_email(
            recipient="maria@wilma.example", subject="Test", body="Servus", immediate=True
        )

    assert [message["Subject"] for message in post.messages] == ["Test"]
