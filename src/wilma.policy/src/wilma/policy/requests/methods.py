"""HTTP methods that WiLMA offers: those of pages and of REST, not WebDAV and not XML-RPC."""

from plone.rest.interfaces import IAPIRequest
from wilma.policy.requests.interfaces import MethodRefused
from ZPublisher.xmlrpc import is_xmlrpc_response


PAGE = ("GET", "HEAD", "POST")
REST = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def check(request) -> None:
    """Raise MethodRefused for everything else."""
    if request.get("REQUEST_METHOD") not in allowed(request) or is_xmlrpc_response(
        request.response
    ):
        raise MethodRefused()


def allowed(request) -> tuple[str, ...]:
    """The methods of this kind of client, as the `Allow` header of a 405 names them."""
    return REST if IAPIRequest.providedBy(request) else PAGE
