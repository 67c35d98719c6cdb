"""Parameters of requests, checked: whatever is wrong is told by the name of its field."""

from wilma.social import _
from zExceptions import BadRequest


LARGEST = 10**9


def bad(field: str, message: str) -> BadRequest:
    """Give the error for bad input: 400 that names the field."""
    error = BadRequest(message)
    error.field = field
    return error


def text(form, name: str, longest: int, *, cut: bool = False) -> str:
    """Give a text; "" if it is missing. Raises BadRequest if there are several, or it is too long.

    `cut`: what is too long is cut instead.
    """
    value = form.get(name, "")
    if not isinstance(value, str):
        raise bad(name, _("Send this once, as text."))
    if len(value) > longest and not cut:
        raise bad(name, _("This is too long."))
    return value[:longest].strip()


def number(form, name: str, default: int, smallest: int, largest: int = LARGEST) -> int:
    """Give a whole number within limits. Raises BadRequest for anything else."""
    value = form.get(name, default)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        value = int(value)
    if not isinstance(value, int) or not smallest <= value <= largest:
        raise bad(name, _("This is not a number that makes sense here."))
    return value
