"""Two requests changed the same object: say in the log which, and whether it is tried again."""

from ZODB.POSException import ConflictError

import logging


log = logging.getLogger("wilma.conflicts")


def tell(event) -> None:
    """A subscriber of IPubBeforeAbort. Many lines with the same class show a hot object."""
    error = event.exc_info[1]
    if isinstance(error, ConflictError):
        attempt = event.request.retry_count + 1
        what = "tried again" if event.retry else "given up"
        log.info("%s, attempt %d, %s", error.class_name or type(error).__name__, attempt, what)
