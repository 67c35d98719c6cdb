"""Processes of this data folder that outlived their supervisor."""

from pathlib import Path
from wilma.policy.running.var import Var

import os
import signal
import time


PATIENCE = 20.0


def end_all(var: Path) -> int:
    """End them, first kindly; how many there were. Call only while holding the lock."""
    first = found = find(var)
    end = time.monotonic() + PATIENCE
    for pid in found:
        _send(pid, signal.SIGTERM)
    while found and time.monotonic() < end:
        time.sleep(0.2)
        found = find(var)
    for pid in found:
        _send(pid, signal.SIGKILL)
    return len(first)


def nginx_workers(run: Path) -> list[int]:
    """Processes of nginx whose folder is this one (`working_directory` in nginx.conf)."""
    return [pid for pid in _pids() if _is_nginx_in(run, Path(f"/proc/{pid}"))]


def find(var: Path) -> list[int]:
    """Processes of this user that were started with WILMA_STACK=`var`, but ourselves."""
    mark = b"WILMA_STACK=" + os.fsencode(var)
    # nginx writes over its environment, so its processes are known by their folder.
    return [pid for pid in _pids() if _has(mark, Path(f"/proc/{pid}"))] + nginx_workers(
        Var(var).run
    )


def _pids() -> list[int]:
    names = (entry.name for entry in Path("/proc").iterdir())
    return [int(name) for name in names if name.isdigit() and int(name) != os.getpid()]


def _has(mark: bytes, process: Path) -> bool:
    try:
        mine = process.stat().st_uid == os.getuid()
        return mine and mark in (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return False  # ended meanwhile, or another user's


def _is_nginx_in(folder: Path, process: Path) -> bool:
    try:
        here = (process / "cwd").readlink() == folder
        return here and (process / "exe").readlink().name == "nginx"
    except OSError:
        return False


def _send(pid: int, name: signal.Signals) -> None:
    try:
        os.kill(pid, name)
    except ProcessLookupError:
        return
