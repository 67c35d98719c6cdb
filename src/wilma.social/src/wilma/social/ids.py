"""Time-ordered ids of 63 bits: microseconds since the epoch, then random bits."""

from secrets import randbits
from threading import Lock

import time


RANDOM_BITS = 10

_lock = Lock()
_last = 0


def new_id() -> int:
    """An id larger than any that this process gave before, even if the clock goes back."""
    global _last
    with _lock:
        _last = max(int(time.time() * 1_000_000) << RANDOM_BITS | randbits(RANDOM_BITS), _last + 1)
        return _last


def seconds_of(job_id: int) -> float:
    """When the id was made, in seconds since the epoch."""
    return (job_id >> RANDOM_BITS) / 1_000_000
