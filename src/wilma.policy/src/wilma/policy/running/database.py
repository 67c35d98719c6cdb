"""The database behind ZEO: is it there, and the daily pack."""

from wilma.social.outbox.interfaces import IPeriodicJob
from ZEO.ClientStorage import ClientStorage
from ZEO.Exceptions import ClientDisconnected
from zope.interface import implementer


def zeo_client(connection) -> ClientStorage | None:
    """The ZEO client below this connection; None if the file is open directly."""
    storage = connection.db().storage
    client = getattr(storage, "_storage", storage)
    return client if isinstance(client, ClientStorage) else None


def answers(connection) -> bool:
    """Did the server answer just now?"""
    client = zeo_client(connection)
    if client is None:
        return True
    if not client.is_connected():
        return False
    try:
        # A question only the server can answer: a dead one keeps is_connected() true for a while.
        client._call("lastTransaction", timeout=2)
    except (ClientDisconnected, OSError, TimeoutError):
        return False
    return True


@implementer(IPeriodicJob)
class DailyPack:
    """Forget the history of objects, but for the last day; without it the file grows for ever."""

    every = 24 * 3600

    def __call__(self, site) -> str | None:
        client = zeo_client(site._p_jar)
        if client is None:
            return None
        # The server does it in the background.
        client.pack(days=1, wait=False)
        return "the server has begun"
