"""What must be true before WiLMA starts. Nothing here writes.

Run alone (`python3 -m wilma.policy.running.checks`) it needs the standard library only, so that a
start is refused before anything is built.
"""

from pathlib import Path
from wilma.policy.running import settings
from wilma.policy.running.settings import RefusedError
from wilma.policy.running.settings import Settings
from wilma.policy.running.var import code_versions
from wilma.policy.running.var import FORMAT
from wilma.policy.running.var import number
from wilma.policy.running.var import PARTS
from wilma.policy.running.var import Var

import errno
import fcntl
import os
import shutil
import socket
import sys


LEAST_DISK = 1 << 30


def check(chosen: Settings) -> None:
    """Raise RefusedError with one sentence if WiLMA must not start with these settings."""
    var = Var(chosen.var)
    check_lock(var)
    check_parts(var)
    check_versions(var, chosen.home)
    check_site(var, chosen)
    check_disk(var)
    check_port(chosen)


def check_lock(var: Var) -> None:
    """One WiLMA per data folder."""
    if not var.lock.exists():
        return
    with var.lock.open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = lock.read().strip()
            raise RefusedError(
                f"WiLMA is already running with {var.path} (process {pid})."
            ) from None


def check_parts(var: Var) -> None:
    """A data folder is whole, or new, or one whose first start did not come to its end."""
    missing = [part for part in PARTS if not (var.path / part).exists()]
    if not missing or missing == list(PARTS):
        return
    if var.state() and not var.state().get("made"):
        return
    only_folders = not any(path.is_file() for part in PARTS for path in _files(var.path / part))
    if not only_folders:
        raise RefusedError(f"{var.path} lacks {', '.join(missing)}: restore it from a backup.")


def check_versions(var: Var, home: Path) -> None:
    """Newer code may read older data, never the other way round."""
    state = var.state()
    if state.get("format", 0) > FORMAT:
        raise RefusedError(f"{var.path} was written by a newer WiLMA (data format).")
    code = code_versions(home)
    for name, version in state.get("versions", {}).items():
        if number(version) > number(code.get(name, "0")):
            raise RefusedError(
                f"{var.path} was written by a newer WiLMA ({name} {version}, "
                f"this is {code.get(name, 'without it')})."
            )


def check_site(var: Var, chosen: Settings) -> None:
    """The kind of site is chosen once; the demo city is for loopback alone."""
    kind = var.state().get("site") or chosen.site or "demo"
    if chosen.site not in (None, kind):
        raise RefusedError(
            f"{var.path} holds a site of the kind {kind}: take another WILMA_VAR "
            f"for SITE={chosen.site}."
        )
    if kind == "demo" and not chosen.is_loopback:
        raise RefusedError(
            f"BIND={chosen.bind} is refused: the demo city has known passwords "
            "and answers on loopback only."
        )


def check_disk(var: Var, least: int = LEAST_DISK) -> None:
    """`least` bytes must be free where the data folder lies, or will lie."""
    place = var.path
    while not place.exists():
        place = place.parent
    if not os.access(place, os.W_OK):
        raise RefusedError(f"{place} is not writable.")
    free = shutil.disk_usage(place).free
    if free < least:
        raise RefusedError(
            f"Too little disk at {place}: {free >> 20} MB free, {least >> 20} MB needed."
        )


def check_port(chosen: Settings) -> None:
    family = socket.AF_INET6 if ":" in chosen.bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((chosen.bind, chosen.port))
            trial.listen()
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            why = "is taken by another program" if taken else f"cannot be used ({error.strerror})"
            raise RefusedError(f"Port {chosen.port} of {chosen.bind} {why}.") from None


def _files(path: Path) -> list[Path]:
    return list(path.rglob("*")) if path.is_dir() else [path]


def main() -> int:
    """Say why WiLMA must not start, if so; the exit code tells it too."""
    try:
        check(settings.read(dict(os.environ), Path(os.environ["WILMA_HOME"])))
    except RefusedError as error:
        print(f"WiLMA does not start: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
