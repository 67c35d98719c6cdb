"""Processes of this data folder that outlived their supervisor."""

from pathlib import Path

import os
import signal
import time


PATIENCE = 20.0


def end_all(var: Path) -> int:
    """End them, first kindly; how many there were. Call only while holding the lock."""
    first = found = _find(var)
    end = time.monotonic() + PATIENCE
    for pid in found:
        _send(pid, signal.SIGTERM)
    while found and time.monotonic() < end:
        time.sleep(0.2)
        found = _find(var)
    for pid in found:
        _send(pid, signal.SIGKILL)
    return len(first)


def _find(var: Path) -> list[int]:
    """Processes of this user that were started with WILMA_STACK=`var`, but ourselves."""
    mark = b"WILMA_STACK=" + os.fsencode(var)
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            marked = mark in (entry / "environ").read_bytes().split(b"\0")
            if marked and entry.stat().st_uid == os.getuid():
                found.append(int(entry.name))
        except OSError:
            continue  # ended meanwhile, or another user's
    return found


def _send(pid: int, name: signal.Signals) -> None:
    try:
        os.kill(pid, name)
    except ProcessLookupError:
        return
