"""Run the converter on one file, and bring home what it made."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from wilma.social.conversion.child.__main__ import DONE
from wilma.social.conversion.child.__main__ import NO_SPACE
from wilma.social.conversion.kinds import converter_of
from wilma.social.conversion.limits import LARGEST_OUTPUT
from wilma.social.conversion.limits import WALL_SECONDS
from wilma.social.interfaces import WilmaError

import contextlib
import logging
import os
import re
import signal
import socket
import stat
import subprocess
import sys


log = logging.getLogger("wilma.conversion")

REASONS = ("encrypted", "broken", "empty", "limit", "crash", "unsupported")
SIZE = re.compile(r"(\d{1,4}) (\d{1,4})")
PROGRAM = ("-m", "wilma.social.conversion.child")
# The converter gets these and nothing else of what the worker knows.
KEPT = ("LD_LIBRARY_PATH",)


class NoResources(WilmaError):
    """The machine has no memory, processes or space for a conversion now."""


@dataclass(frozen=True)
class Made:
    """What a conversion made. `reason` says why there is not more; "" if nothing is missing."""

    text: str = ""
    preview: bytes = b""
    width: int = 0
    height: int = 0
    reason: str = ""


def convert(source, content_type: str, seconds: float = WALL_SECONDS) -> Made:
    """Convert an open file, which has a descriptor. Raises NoResources."""
    kind = converter_of(content_type)
    if kind is None:
        return Made(reason="unsupported")
    try:
        with TemporaryDirectory(prefix="wilma-conversion-") as folder:
            ours, theirs = socket.socketpair()
            with ours:
                with theirs:
                    reason = run((*PROGRAM, kind), source, folder, seconds, stdout=theirs)
                with _opened(ours, folder) as handle:
                    return _bring_home(handle, reason)
    except OSError as error:
        raise NoResources(type(error).__name__) from error


def run(program, source, folder: str, seconds: float, stdout=subprocess.DEVNULL) -> str:
    """Run Python with these arguments; why it ended before its end, "" if it did not.

    Raises NoResources, OSError.
    """
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-P", "-B", *program],
        stdin=source,
        stdout=stdout,
        # A traceback would hold pieces of the file.
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment | {"PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    try:
        return _meaning_of(process.wait(seconds))
    except subprocess.TimeoutExpired:
        return "limit"
    finally:
        # Whatever it may have started: the namespace ends with its first process.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def _opened(ours, folder):
    """The folder in memory that the converter gave away before it opened the file, or `folder`."""
    try:
        _said, handles, _flags, _address = socket.recv_fds(ours, 1, 1, socket.MSG_DONTWAIT)
    except BlockingIOError:
        handles = []
    handle = handles[0] if handles else os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield handle
    finally:
        os.close(handle)


def _meaning_of(code: int) -> str:
    # As a shell says that it was a signal: the converter is a child of our child.
    code = 128 - code if code > 128 else code
    if code == DONE:
        return ""
    if code == NO_SPACE:
        raise NoResources("no space")
    if code == -signal.SIGKILL:
        # The limits use other signals: the kernel, or the operator, needed what it had.
        raise NoResources("killed")
    return "limit" if code in (-signal.SIGXCPU, -signal.SIGXFSZ) else "crash"


def _bring_home(folder: int, reason: str) -> Made:
    if _read(folder, "note"):
        _tell_that_it_is_open()
    text = _read(folder, "text").decode("utf-8", "replace")
    preview = _read(folder, "preview.webp")
    size = SIZE.fullmatch(_read(folder, "size").decode("ascii", "replace"))
    if size is None or preview[:4] != b"RIFF" or preview[8:12] != b"WEBP":
        preview = b""
    width, height = (int(number) for number in size.groups()) if preview else (0, 0)
    failed = reason or _read(folder, "failed").decode("ascii", "replace")
    return Made(text, preview, width, height, failed if failed in ("", *REASONS) else "crash")


def open_result(path: Path | str, folder: int | None = None):
    """Open a file that a converter wrote; None unless it is one, whatever else lies there.

    One that was taken over could point elsewhere.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    return os.fdopen(handle, "rb")


def _read(folder: int, name: str) -> bytes:
    file = open_result(name, folder)
    if file is None:
        return b""
    with file:
        return file.read(LARGEST_OUTPUT)


def _tell_that_it_is_open(told=[]) -> None:  # noqa: B006 - remembers on purpose
    if not told:
        told.append(True)
        log.warning(
            "The kernel refuses user namespaces: the converter has limits, but is not shut off "
            "from network, processes and files."
        )
