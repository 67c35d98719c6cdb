"""Header values out of what people typed: no line breaks, no tricks, whatever the name is."""

from email.errors import HeaderParseError
from email.headerregistry import Address
from wilma.social import _
from wilma.social.outbox.interfaces import Refused

import re
import unicodedata


# Line breaks and other control signs; half a sign; what turns the direction of writing.
UNWANTED = ("Cc", "Zl", "Zp", "Cs")
DIRECTIONS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
# What stands around and between addresses. Quotes should keep it apart, but Python loses them when
# it folds a long line, and what is behind a comma then is an address of its own.
SPECIAL = str.maketrans(dict.fromkeys('<>",;:@()[]\\', " "))
LONGEST_NAME = 60
NO_ADDRESS = _("The mail address is not valid")
# What RFC 5321 allows, without quoted local parts and without addresses of machines.
LOCAL = re.compile(r"(?!\.)(?!.*\.\.)[^\s\"(),:;<>@\[\]\\\x00-\x1f\x7f]{1,64}(?<!\.)")
DOMAIN = re.compile(
    r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9-]+", re.IGNORECASE
)
OURS = {
    "from",
    "to",
    "cc",
    "bcc",
    "sender",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
}


def clean(text: str) -> str:
    """The text in one line that stays one, and shows what it says."""
    kept = (" " if _is_unwanted(sign) else sign for sign in text)
    # Who writes an encoded word wants it to be decoded behind our back.
    return " ".join("".join(kept).replace("=?", "= ?").split())


def sendable(text: str) -> str:
    """The text without half signs (surrogates), which have no bytes."""
    return text.encode("utf-8", "ignore").decode()


def display_name(text: str) -> str:
    """The name of a person as it stands before an address: short, and nothing but a name."""
    return clean(text.translate(SPECIAL))[:LONGEST_NAME].strip()


def address(name: str, email: str) -> Address:
    """The address with the name. Raises Refused if no mail can be sent to it."""
    local, at, domain = email.rpartition("@")
    try:
        domain = domain.encode("idna").decode()
        if not (at and LOCAL.fullmatch(local) and DOMAIN.fullmatch(domain)):
            raise Refused(NO_ADDRESS)
        return Address(display_name(name), local, domain)
    except (ValueError, HeaderParseError) as error:
        raise Refused(NO_ADDRESS) from error


def add(message, headers: dict[str, str]) -> None:
    """Set further headers of a kind of mail. Raises ValueError for those we set ourselves."""
    for name, value in headers.items():
        if name.lower() in OURS or not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", name):
            raise ValueError(f"A mail may not set the header {name!r}")
        message[name] = clean(value)


def _is_unwanted(sign):
    return unicodedata.category(sign) in UNWANTED or sign in DIRECTIONS
