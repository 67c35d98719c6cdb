"""The errors of this room, and what an account id may not be."""

from wilma.policy.interfaces import WilmaError


class Throttled(WilmaError):
    """Too many wrong passwords: nothing was checked. `retry_after` is in seconds."""

    def __init__(self, retry_after: int):
        super().__init__(f"Too many attempts, retry after {retry_after} s.")
        self.retry_after = retry_after


class NoMail(WilmaError):
    """The mail server does not answer, so no mail can be sent now."""


class WeakPassword(WilmaError, ValueError):
    """The password is against the rules; `args[0]` is the translatable reason."""


class RefusedName(WilmaError):
    """The id of a person or group is not allowed; `args[0]` is the translatable reason.

    Not a ValueError: Plone's services answer those with 400 and commit what was done before.
    """
