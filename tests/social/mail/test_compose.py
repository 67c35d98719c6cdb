"""What a mail says, and that no name or text makes more of it than a mail to one person."""

from email import message_from_bytes
from email.policy import default
from email.utils import getaddresses
from plone import api
from tests.social.mail.conftest import make_person
from wilma.social.mail.compose import compose
from wilma.social.mail.compose import message_id
from wilma.social.mail.interfaces import Message
from wilma.social.mail.receiver import language_of
from wilma.social.mail.receiver import Receiver
from wilma.social.mail.receiver import receiver
from wilma.social.outbox.interfaces import Later
from wilma.social.outbox.interfaces import Refused
from wilma.social.person_state.interfaces import IPersonState
from wilma.social.person_state.interfaces import IPreferences

import pytest
import re


HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
]
NAMES = [
    "Maria Huber",
    "Jürgen Groß",
    "Huber, Maria",
    "Doe, Jöhn",
    'O\'Neill "Rosi" <victim@evil.example>',
    "👩‍👩‍👧 Müller 🎉",
    "محمد أحمد",
    "Ä" * 300,
    "A" * 300,
    "Ä b," * 75,
    "ö" * 30 + ", victim@evil.example, " + "ü" * 30,
    "Maria\r\nBcc: victim@evil.example",
    "Maria\nBcc: victim@evil.example",
    "Maria\u2028Bcc: victim@evil.example",
    "Maria\x85Bcc: victim@evil.example",
    "=?utf-8?q?a=2C_victim=40evil.example=2C?= b",
    "=?utf-8?b?DQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=",
    "; : @ , ö [x]\\",
    "\u202egnitset",
    "\ud800 halb",
    "",
]
MESSAGE = Message("Betreff", "Überschrift", ("Ein Absatz.", "Noch einer."), "/aktuelles", "Ansehen")


@pytest.fixture(autouse=True)
def _public_url(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://wilma.example")


def _compose(portal, name="Maria Huber", email="maria@wilma.example", message=MESSAGE, **kw):
    return bytes(
        compose(portal, Receiver("maria", name, email, None), message, kw.get("lang", "de"), 4711)
    )


def _parts(mail):
    return [part.get_content() for part in message_from_bytes(mail, policy=default).iter_parts()]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_a_name_and_nothing_more(portal, text):
    mail = _compose(portal, name=text, message=Message(text, text, (text,), "/", text))

    parsed = message_from_bytes(mail)
    assert parsed.keys() == HEADERS
    assert [address for _name, address in getaddresses([parsed["To"]])] == ["maria@wilma.example"]
    head = mail.partition(b"\r\n\r\n")[0]
    assert head.isascii()
    assert b"victim@evil.example" not in re.sub(rb'"[^"]*"', b"", _field(head, b"To"))
    assert max(len(line) for line in mail.split(b"\r\n")) < 998
    assert mail.replace(b"\r\n", b"").count(b"\r") == mail.replace(b"\r\n", b"").count(b"\n") == 0


def _field(head, name):
    unfolded = re.sub(rb"\r\n([ \t])", rb"\1", head)
    [line] = [line for line in unfolded.split(b"\r\n") if line.startswith(name + b":")]
    return line


@pytest.mark.parametrize(
    "name",
    [
        "Amira Yilmaz, boss <boss@city.example>, " + "x " * 40,
        "Amira Yilmaz, boss@city.example, " + "ü " * 40,
        'Amira" <boss@city.example>, "' + "x " * 40,
        "Amira (" + "x " * 40 + ") boss@city.example,",
        "Amira: boss@city.example; " + "x. " * 40,
        "Dr. A. B. C. " * 10,
        "x" * 300,
        "ü" * 300,
        ", " * 50,
        *NAMES,
    ],
)
@pytest.mark.parametrize("local", ["maria", "maria." + "x" * 58])
def test_a_mail_has_one_receiver_whatever_the_name_is(portal, name, local):
    mail = message_from_bytes(
        _compose(portal, name=name, email=f"{local}@wilma.example"), policy=default
    )

    [address] = mail["To"].addresses
    assert address.addr_spec == f"{local}@wilma.example"
    # Python puts blanks between encoded words.
    assert len(address.display_name.replace(" ", "")) <= 60
    assert not set('<>",;:@()[]\\') & set(address.display_name)


@pytest.mark.parametrize(
    "name", ["Maria Huber", "Dr. Jöhn O'Neil-Doe", "👩‍👩‍👧 Müller 🎉", "محمد أحمد"]
)
def test_the_name_arrives(portal, name):
    mail = message_from_bytes(_compose(portal, name=name), policy=default)

    [address] = mail["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, "maria@wilma.example")


def test_text_is_escaped(portal):
    evil = '<script>alert(1)</script><img src=x onerror="x">'

    text, html = _parts(_compose(portal, message=Message(evil, evil, (evil,), "/", evil)))

    assert evil in text
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_headers(portal):
    mail = message_from_bytes(_compose(portal), policy=default)

    assert mail["From"] == "WiLMA <wilma@wilma.example>"
    assert mail["Subject"] == "Betreff"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "de"
    assert mail["Message-ID"] == message_id(portal, 4711)
    assert re.fullmatch(r"<4711\.[0-9a-f]{32}@wilma\.example>", mail["Message-ID"])
    assert mail["Date"].datetime.tzinfo is not None
    assert mail.get_content_type() == "multipart/alternative"


def test_both_parts_say_the_same_and_lead_to_the_public_address(portal):
    text, html = _parts(_compose(portal))

    for part in (text, html):
        for said in ("Überschrift", "Ein Absatz.", "Noch einer.", "Ansehen"):
            assert said in part
        assert "https://wilma.example/aktuelles" in part
        assert "nohost" not in part
    assert set(re.findall(r'(?:href|src)="([^"]+)"', html)) == {
        "https://wilma.example/aktuelles",
        "https://wilma.example/",
    }


def test_fixed_words_are_in_the_language_of_the_receiver(portal):
    german, english = (_parts(_compose(portal, lang=lang))[0] for lang in ("de", "en"))

    assert "automatisch verschickt" in german
    assert "WiLMA wrote this mail by itself" in english


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example/", ".evil.example", "/\\evil", "/a\nb", ""]
)
def test_no_link_leads_elsewhere(portal, path):
    with pytest.raises(ValueError, match="no path"):
        _compose(portal, message=Message("a", "b", path=path))


@pytest.mark.parametrize(
    "email",
    [
        "maria",
        "maria@",
        "@wilma.example",
        "maria@wilma.example, victim@evil.example",
        "maria@wilma.example\r\nBcc: victim@evil.example",
        "maria huber@wilma.example",
        "<maria@wilma.example>",
        "maria@wilma..example",
        "maria@-wilma.example",
        "a" * 65 + "@wilma.example",
        "maria@" + "a" * 300,
        "maria..huber@wilma.example",
        '"maria huber"@wilma.example',
    ],
)
def test_what_is_no_address_is_refused(portal, email):
    with pytest.raises(Refused, match="not valid"):
        _compose(portal, email=email)


def test_addresses_of_domains_with_umlauts(portal):
    mail = message_from_bytes(_compose(portal, email="maria@münchen.example"), policy=default)

    assert mail["To"].addresses[0].addr_spec == "maria@xn--mnchen-3ya.example"


def test_without_a_sender_mails_wait(portal):
    api.portal.get_tool("portal_registry")["plone.email_from_address"] = None

    with pytest.raises(Later, match="no sender"):
        _compose(portal)


def test_a_kind_may_add_headers_but_not_ours(portal):
    unsubscribe = {"List-Unsubscribe": "<https://wilma.example/x>\r\nBcc: victim@evil.example"}
    mail = message_from_bytes(_compose(portal, message=Message("a", "b", headers=unsubscribe)))

    assert mail["Bcc"] is None
    assert mail["List-Unsubscribe"].startswith("<https://wilma.example/x>")
    for name in ("bcc", "To", "X: y\r\nBcc", ""):
        with pytest.raises(ValueError, match="header"):
            _compose(portal, message=Message("a", "b", headers={name: "victim@evil.example"}))


def test_who_gets_mail(portal):
    make_person("maria")
    make_person("jonas")
    make_person("georg")
    IPersonState(portal).write("jonas", "disabled", True)
    api.user.get("georg").setMemberProperties({"email": ""})

    assert receiver(portal, "maria").email == "maria@wilma.example"
    assert receiver(portal, "jonas") is None
    assert receiver(portal, "georg") is None
    assert receiver(portal, "niemand") is None


def test_language(portal):
    make_person("maria")
    assert language_of(portal, "maria") == "de"

    IPreferences(portal).choose("maria", language="en")
    assert language_of(portal, "maria") == "en"
