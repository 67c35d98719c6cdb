"""Which answer an error gets: status, words, and never more than the person may know."""

from AccessControl import Unauthorized as AccessUnauthorized
from dataclasses import dataclass
from dataclasses import field
from json import JSONDecodeError
from OFS.CopySupport import CopyError
from plone.restapi.exceptions import DeserializationError
from plone.restapi.exceptions import QueryParsingError
from transaction.interfaces import TransientError
from wilma.policy import _
from wilma.policy.identity.interfaces import NoMail
from wilma.policy.identity.interfaces import RefusedName
from wilma.policy.identity.interfaces import Throttled
from wilma.policy.identity.interfaces import WeakPassword
from wilma.policy.requests import methods
from wilma.policy.requests.interfaces import ForeignRequest
from wilma.policy.requests.interfaces import MethodRefused
from wilma.policy.requests.interfaces import NotOnThisMachine
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import HTTPException
from zExceptions import NotFound
from zExceptions import Unauthorized
from ZODB.POSException import StorageError
from zope.i18n import translate


TITLES = {
    400: _("This did not work"),
    403: _("You may not do this"),
    404: _("This page does not exist"),
    405: _("This did not work"),
    409: _("This did not work"),
    413: _("This is too large"),
    429: _("Please wait a little"),
    500: _("Something went wrong"),
    503: _("WiLMA is not available at the moment"),
}


@dataclass
class Answer:
    """What is sent; `message` is translatable, `kind` is the `type` that REST clients read."""

    status: int
    kind: str
    message: str
    headers: dict[str, str] = field(default_factory=dict)
    extra: dict = field(default_factory=dict)

    @property
    def title(self):
        """The heading of the page."""
        return TITLES.get(self.status, TITLES[500 if self.status >= 500 else 400])


def missing() -> Answer:
    """Not there, or not to be known: the two must be the same."""
    return Answer(
        404,
        "NotFound",
        _("There is no page at this address. It may have been moved, or it is not for you."),
    )


def forbidden() -> Answer:
    """Seen, but not allowed."""
    return Answer(403, "Forbidden", _("You do not have the rights for this."))


def for_error(error: Exception, request, may_see: bool) -> Answer:
    """The answer to a logged-in person. `may_see`: may they View the object they asked for?"""
    if isinstance(error, (Unauthorized, AccessUnauthorized, Forbidden)):
        return forbidden() if may_see else missing()
    if isinstance(error, NotFound):
        return missing()
    return for_anybody(error, request)


def for_anybody(error: Exception, request) -> Answer:
    """The answer to errors that say nothing about what lies behind an address."""
    for kinds, make in ANSWERS:
        if isinstance(error, kinds):
            return make(error, request)
    return Answer(500, "InternalServerError", "")


def _bad_request(error, request):
    faults = error.args[0] if error.args and isinstance(error.args[0], list) else ()
    faults = [fault for fault in faults if isinstance(fault, dict) and fault.get("message")]
    if not faults:
        return Answer(400, "BadRequest", _text_of(error), extra=_field_of(error))
    # plone.restapi: one fault per field, the first is told above all.
    told = [{"field": f.get("field"), "message": _say(f["message"], request)} for f in faults]
    first = ": ".join(filter(None, (told[0]["field"], told[0]["message"])))
    return Answer(400, "BadRequest", first, extra={"field": told[0]["field"], "errors": told})


def _say(message, request):
    return translate(message, context=request) if isinstance(message, str) else str(message)


def _broken_json(error, request):
    return Answer(400, "BadRequest", _("The request does not hold valid JSON."))


def _weak_password(error, request):
    return Answer(400, "WeakPassword", error.args[0], extra={"field": "password"})


def _refused_name(error, request):
    return Answer(400, "RefusedName", error.args[0], extra={"field": "username"})


def _throttled(error, request):
    message = _(
        "Too many attempts. Please try again in ${seconds} seconds.",
        mapping={"seconds": str(error.retry_after)},
    )
    return Answer(429, "TooManyRequests", message, {"Retry-After": str(error.retry_after)})


def _foreign(error, request):
    return Answer(403, "Forbidden", error.args[0])


def _other_machine(error, request):
    return Answer(403, "Forbidden", _("This demo city answers on its own machine only."))


def _method(error, request):
    allow = {"Allow": ", ".join(methods.allowed(request))}
    return Answer(405, "MethodNotAllowed", _("This cannot be asked here in this way."), allow)


def _no_copy(error, request):
    return Answer(400, "BadRequest", _("This cannot be copied or moved there."))


def _busy(error, request):
    message = _("WiLMA is busy at the moment. Please try again.")
    return Answer(503, "ServiceUnavailable", message, {"Retry-After": "2"})


def _no_mail(error, request):
    message = _("No mail can be sent at the moment. Please try again later.")
    return Answer(503, "ServiceUnavailable", message, {"Retry-After": "300"})


def _http(error, request):
    status = error.getStatus()
    if status >= 500:
        return Answer(500, "InternalServerError", "")
    return Answer(status, type(error).__name__, _text_of(error))


def _text_of(error):
    text = error.args[0] if error.args and isinstance(error.args[0], str) else ""
    return text or _("The request was not understood.")


def _field_of(error):
    name = getattr(error, "field", None)
    return {"field": name} if isinstance(name, str) else {}


# The first that fits counts.
ANSWERS = (
    (WeakPassword, _weak_password),
    (RefusedName, _refused_name),
    (Throttled, _throttled),
    (NoMail, _no_mail),
    (ForeignRequest, _foreign),
    (NotOnThisMachine, _other_machine),
    (MethodRefused, _method),
    ((DeserializationError, JSONDecodeError), _broken_json),
    ((BadRequest, QueryParsingError), _bad_request),
    (CopyError, _no_copy),
    ((TransientError, StorageError), _busy),
    (HTTPException, _http),
)
