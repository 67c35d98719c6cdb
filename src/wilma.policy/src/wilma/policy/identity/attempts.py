"""Failed logins, kept in the root of the database so that all instances see them.

Written through a connection and transaction of their own: the request of a failed login is
aborted, and its writes with it. 64 shards of `{key: (number, seconds)}`; keys are hashes, so no
name or address lies here in clear. What is over is removed in passing.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from transaction import TransactionManager
from ZODB.POSException import ConflictError

import hashlib
import logging
import random
import secrets
import time


logger = logging.getLogger(__name__)

KEY = "wilma.attempts"
SECRET = "secret"  # noqa: S105 - the name of a key
SHARDS = 64
TRIES = 8
SWEPT = 50
KEPT = 2 * 60 * 60

Record = tuple[float, float]


def key_of(*parts: str) -> str:
    """The key under which attempts of these parts are counted."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def read(jar, key: str) -> Record | None:
    """(number, time of the last) as this request's connection sees it."""
    stored = jar.root().get(KEY)
    return None if stored is None else stored[_shard(key)].get(key)


def secret(jar) -> bytes:
    """The key that signs device cookies; empty before `prepare` ran."""
    stored = jar.root().get(KEY)
    return b"" if stored is None else stored[SECRET]


def prepare(jar) -> None:
    """Make the storage in the running transaction; may run again."""
    root = jar.root()
    if KEY not in root:
        root[KEY] = _empty()


def change(jar, changes: dict[str, Callable[[Record | None], Record | None]]) -> None:
    """Apply each function to the record of its key and commit; None removes it."""
    for attempt in range(TRIES):
        manager = TransactionManager()
        connection = jar.db().open(manager)
        try:
            _apply(connection, changes)
            manager.commit()
            return
        except ConflictError:
            manager.abort()
            time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - no secret
        except Exception:
            manager.abort()
            raise
        finally:
            connection.close()
    logger.error("Failed logins could not be written down after %d tries.", TRIES)


def _apply(connection, changes):
    root = connection.root()
    if KEY not in root:
        root[KEY] = _empty()
    for key, function in changes.items():
        shard = root[KEY][_shard(key)]
        _sweep(shard)
        record = function(shard.get(key))
        if record is not None:
            shard[key] = record
        elif key in shard:
            del shard[key]


def _sweep(shard):
    # From a random place, so that a long shard is walked bit by bit.
    start = f"{random.randrange(16**4):04x}"  # noqa: S311 - no secret
    over = time.time() - KEPT
    seen = [item for item, _ in zip(shard.items(min=start), range(SWEPT), strict=False)]
    for key, (_, last) in seen:
        if last < over:
            del shard[key]


def _empty():
    stored = OOBTree({_name(number): OOBTree() for number in range(SHARDS)})
    stored[SECRET] = secrets.token_bytes(32)
    return stored


def _shard(key):
    return _name(int(key[-4:], 16) % SHARDS)


def _name(number):
    return f"shard{number:02d}"
