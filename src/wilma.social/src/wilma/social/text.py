"""Text as people write it: tidy, in order, and without signs that nobody can read."""

from wilma.social import _
from zope.schema import ValidationError

import unicodedata


# They turn the writing around, so that what stands beside it in a list cannot be read any more.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Unreadable(ValidationError):
    __doc__ = _("This holds control characters, which nobody can read.")


class NothingToRead(ValidationError):
    __doc__ = _("This holds nothing that can be read.")


def sort_key(text: str) -> str:
    """Give a key that sorts as German dictionaries do (DIN 5007-1): ä as a, ß as ss, any case."""
    parts = unicodedata.normalize("NFKD", text.replace("ß", "ss").casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip()


def tidy(text: str | None) -> str | None:
    """Give one line in one spelling (NFC), without blanks around it or several in a row."""
    return unicodedata.normalize("NFC", " ".join(text.split())) if text else text


def is_line(text: str) -> bool:
    """Constraint of a field: True, or Unreadable is raised."""
    if any(unicodedata.category(sign) in ("Cc", "Cs") or sign in TURNING for sign in text):
        raise Unreadable(text)
    return True


def is_name(text: str) -> bool:
    """Constraint of a field that must say something: True, Unreadable or NothingToRead."""
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in text):
        raise NothingToRead(text)
    return is_line(text)


def is_text(text: str) -> bool:
    """Constraint of a field of several lines: True, or Unreadable is raised."""
    return is_line(text.replace("\r\n", "\n").replace("\n", "").replace("\t", ""))
