"""Errors that this room raises, and the mark it keeps on a request."""

from wilma.policy.interfaces import WilmaError
from zope.interface import Interface


class LoginRequired(WilmaError):
    """Nobody is logged in, and the address is not among the public ones."""


class ForeignRequest(WilmaError):
    """The request did not come from our own pages; `args[0]` is the translatable reason."""


class NotOnThisMachine(WilmaError):
    """A demo city is asked from somewhere else than its own machine."""


class MethodRefused(WilmaError):
    """WebDAV, XML-RPC and other ways in that WiLMA does not offer."""


class ILeanPage(Interface):
    """On a request: the page in the answer has no inline script or style."""
