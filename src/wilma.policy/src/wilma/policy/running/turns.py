"""Writers who keep meeting each other get a turn alone.

Two requests that change the same object conflict; one is done again. With many writers and hot
objects some would lose each time. So a writing request runs beside the others at first; if it
fails it waits until the others have ended, and is done again while no other writes. This holds
for all processes of a machine: the locks are files. They help to get through and nothing more;
what is right or lost is decided by ZODB alone, so a lock not got in time is no error.
"""

from pathlib import Path

import fcntl
import time


PATIENCE = 20.0  # seconds
STEP = 0.005


class Turn:
    """One writing request's place beside the others; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._gate = (folder / "turns.gate").open("a")
        self._floor = (folder / "turns.floor").open("a")

    def __enter__(self) -> "Turn":
        # Who wants to be alone keeps the gate shut, so that new ones do not keep him out forever.
        if _acquire(self._gate, fcntl.LOCK_EX):
            _acquire(self._floor, fcntl.LOCK_SH)
            fcntl.flock(self._gate, fcntl.LOCK_UN)
        return self

    def __exit__(self, *_) -> None:
        self._gate.close()
        self._floor.close()

    def be_alone(self) -> None:
        """Wait until no other writes; until this turn ends none will."""
        fcntl.flock(self._floor, fcntl.LOCK_UN)
        if _acquire(self._gate, fcntl.LOCK_EX):
            _acquire(self._floor, fcntl.LOCK_EX)


def _acquire(file, how: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(STEP)
        else:
            return True
    return False
