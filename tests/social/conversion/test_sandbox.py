"""What the converter cannot do, even if a file takes it over: the real process, misbehaving."""

from pathlib import Path
from tests.social.conversion import samples
from wilma.social.conversion import sandbox
from wilma.social.conversion.limits import MEMORY
from wilma.social.conversion.sandbox import convert
from wilma.social.conversion.sandbox import NoResources

import contextlib
import os
import pytest
import signal
import sys
import threading
import time


BEGINNING = """
from wilma.social.conversion.child import isolation
from wilma.social.conversion.child.results import Results
import errno, os, resource, socket, sys, time
APART = isolation.isolate()
results = Results()
"""


@pytest.fixture
def rogue(tmp_path, monkeypatch):
    """Run these lines in place of a converter, behind the same isolation; `Made` comes back."""
    file = tmp_path / "upload"
    file.write_bytes(b"upload")

    def rogue(lines, seconds=20):
        program = tmp_path / "program.py"
        program.write_text(BEGINNING + lines)
        monkeypatch.setattr(sandbox, "PROGRAM", (str(program),))
        with file.open("rb") as source:
            return convert(source, "text/plain", seconds)

    return rogue


def test_it_has_neither_secrets_nor_files_nor_network(rogue, monkeypatch):
    monkeypatch.setenv("WILMA_SECRET", "Quittenbaum")

    told = rogue(
        """
told = [str(APART), str("WILMA_SECRET" in os.environ), ",".join(sorted(os.listdir("/")))]
for path in ("/etc/passwd", "/proc/self/environ", "../../etc/passwd"):
    try:
        open(path)
        told.append("read")
    except OSError:
        told.append("no file")
try:
    socket.socket().connect((b"127.0.0.1", 1))
except OSError as error:
    told.append(errno.errorcode.get(error.errno, "?"))
try:
    os.chroot("/")
    told.append("rights")
except OSError:
    told.append("no rights")
results.text("|".join(told))
"""
    ).text

    assert told == "True|False||no file|no file|no file|ENETUNREACH|no rights"


def test_memory_has_an_end(rogue):
    made = rogue(f'results.text("before")\nhoard = bytearray({MEMORY})\nresults.text("after")\n')

    assert (made.text, made.reason) == ("before", "crash")


def test_time_of_the_processor_has_an_end(rogue):
    made = rogue("resource.setrlimit(resource.RLIMIT_CPU, (1, 3))\nwhile 1: pass\n")

    assert made.reason == "limit"


def test_what_it_writes_has_an_end(rogue):
    made = rogue("""
with open("flood", "wb") as file:
    while True:
        file.write(bytes(1 << 20))
""")

    assert made.reason in ("limit", "crash")


def test_one_that_hangs_is_ended_and_keeps_what_it_had(rogue):
    started = time.monotonic()

    made = rogue('results.text("before")\ntime.sleep(600)\n', seconds=2)

    assert (made.text, made.reason) == ("before", "limit")
    assert time.monotonic() - started < 10


STARTS_OTHERS = """
def start(lines):
    try:
        if os.fork() == 0:
            os.setsid()
            lines()
            time.sleep(600)
    except OSError:
        # Who is not root may start nothing.
        pass

def double():
    if os.fork():
        os._exit(0)

start(lambda: None)
start(double)
start(lambda: ctypes.CDLL(None).prctl(1, 0, 0, 0, 0))
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
"""


@pytest.mark.parametrize("end", ["pass", "os._exit(3)", "os.abort()", "time.sleep(600)"])
def test_what_it_started_ends_with_it(rogue, end):
    before = _rogues()

    made = rogue(f"import ctypes\n{STARTS_OTHERS}\nresults.text('x')\n{end}\n", 3)

    assert made.text == "x"
    assert _all_end(before)


def test_what_it_started_ends_if_the_process_of_the_worker_is_killed(rogue):
    before = _rogues()
    killer = threading.Thread(target=_kill, args=(2,))
    killer.start()

    with pytest.raises(NoResources, match="killed"):
        rogue(f"import ctypes\n{STARTS_OTHERS}\ntime.sleep(600)\n")
    killer.join()

    assert _all_end(before)


def test_it_reaches_no_other_process(rogue):
    told = rogue(f"""
import ctypes
told = []
for pid in ({os.getpid()}, {os.getppid()}, 1, os.getppid()):
    for signal in (0, 9):
        try:
            os.kill(pid, signal)
            told.append("sent")
        except OSError as error:
            told.append(errno.errorcode[error.errno])
ptrace = ctypes.CDLL(None).ptrace
told.append(str(ptrace(16, 1, 0, 0)))
results.text(f"{{os.getpid()}} {{os.getppid()}} " + " ".join(told))
""").text.split()

    # Its parent is the first of its namespace, which ignores what comes from inside.
    assert told == ["2", "1", *["ESRCH"] * 4, *["sent"] * 4, "-1"]


def test_it_starts_nothing_unless_it_is_root(rogue):
    told = rogue("results.text(str(resource.getrlimit(resource.RLIMIT_NPROC)))").text

    assert told == "(0, 0)"


def test_its_folder_has_an_end(rogue, tmp_path, monkeypatch):
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    made = rogue("""
results.text("before")
told, kept = 0, None
for number in range(2000):
    try:
        kept = open(f"{number}", "wb")
        told += 1
        kept.write(bytes(1 << 20))
        kept.close()
    except OSError:
        break
for number in range(told):
    os.unlink(f"{number}")
results.text(f"{told}")
""")

    assert 0 < int(made.text) < 64
    assert list(folder.iterdir()) == []


def test_one_that_is_killed_from_outside_comes_again(rogue):
    killer = threading.Thread(target=_kill, args=(0,))
    killer.start()

    with pytest.raises(NoResources, match="killed"):
        rogue("time.sleep(600)\n")
    killer.join()


@pytest.mark.parametrize("name", ["text", "preview.webp", "size", "failed"])
def test_results_point_nowhere_else(rogue, name):
    made = rogue(f'os.symlink("/etc/passwd", "{name}")\n')

    assert (made.text, made.preview) == ("", b"")


def test_a_preview_is_a_picture_of_ours_or_nothing(rogue):
    made = rogue("""
open("preview.webp", "w").write("<html>")
open("size", "w").write("10 10")
open("failed", "w").write("<script>")
""")

    assert (made.preview, made.width, made.reason) == (b"", 0, "crash")


def test_it_runs_on_without_namespaces_and_says_so_once(tmp_path, monkeypatch, caplog):
    # As in a container that forbids them.
    program = "from wilma.social.conversion.child import isolation, __main__\nimport sys\n"
    program += "isolation._apart = lambda libc: False\nsys.exit(__main__.main('pdf'))\n"
    (tmp_path / "program.py").write_text(program)
    (tmp_path / "upload").write_bytes(samples.pdf())
    monkeypatch.setattr(sandbox, "PROGRAM", (str(tmp_path / "program.py"),))
    sandbox._tell_that_it_is_open.__defaults__[0].clear()

    for _time in range(2):
        with (tmp_path / "upload").open("rb") as source:
            assert convert(source, "application/pdf").reason == ""

    assert [record.message for record in caplog.records if "namespaces" in record.message] == [
        "The kernel refuses user namespaces: the converter has limits, but is not shut off from "
        "network, processes and files."
    ]


def test_nothing_is_left_in_the_folder_for_passing_files(rogue, tmp_path, monkeypatch):
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    rogue('results.text("done")\n')

    assert list(folder.iterdir()) == []


def test_no_space_for_it_is_no_fault_of_the_file(rogue, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(NoResources):
        rogue('results.text("done")\n')


def _children():
    me = os.getpid()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and entry.joinpath("stat").exists():
            fields = entry.joinpath("stat").read_text().rpartition(")")[2].split()
            command = entry.joinpath("cmdline").read_bytes()
            if int(fields[1]) == me and sys.executable.encode() in command:
                yield int(entry.name)


def _kill(after):
    end = time.monotonic() + 10
    time.sleep(after)
    while time.monotonic() < end:
        for pid in _children():
            os.kill(pid, signal.SIGKILL)
            return
        time.sleep(0.05)


def _rogues():
    """All processes that run the rogue program, whoever is their parent."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if b"program.py" in entry.joinpath("cmdline").read_bytes():
                    found.add(entry.name)
    return found


def _all_end(before):
    end = time.monotonic() + 10
    while _rogues() - before:
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
