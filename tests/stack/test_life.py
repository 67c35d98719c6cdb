"""One WiLMA from its first start to its last: Ctrl-C, the second start, a killed supervisor."""

from tests.stack.wilma import HOME
from tests.stack.wilma import new_folder
from tests.stack.wilma import Wilma
from ZODB import DB
from ZODB.FileStorage import FileStorage

import json
import os
import pty
import pytest
import requests
import select
import shutil
import signal
import subprocess
import time


JSON = {"Accept": "application/json"}
NOTE = "Bitte bis Freitag ablesen.\n"


class Terminal:
    """`make start` typed into a real terminal, as one does it by hand."""

    def __init__(self, wilma: Wilma) -> None:
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(HOME)
            # A shell between the terminal and make, which is not the session's leader then.
            os.execvpe("bash", ["bash", "-c", "make start; echo code=$?"], wilma.environment)
        self.text = ""

    def read_until(self, words: str, seconds: float) -> float:
        """How long it took until the words were there. Raises TimeoutError."""
        started = time.monotonic()
        while words not in self.text:
            if time.monotonic() - started > seconds:
                raise TimeoutError(f"no {words!r} in\n{self.text}")
            if select.select([self.file], [], [], 0.2)[0]:
                self.text += os.read(self.file, 65536).decode()
        return time.monotonic() - started

    def type(self, keys: bytes) -> None:
        os.write(self.file, keys)

    def end(self) -> int:
        """Wait for the shell; the exit code that make had."""
        self.read_until("code=", 60)
        self.read_until("\n", 10)
        os.waitpid(self.pid, 0)
        os.close(self.file)
        return int(self.text.split("code=")[1].split()[0])


@pytest.fixture(scope="module")
def wilma():
    folder = new_folder()
    wilma = Wilma(folder, site="empty")
    yield wilma
    if hasattr(wilma, "process"):
        wilma.stop()
    for pid in wilma.pids():
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(folder)


def test_ctrl_c_stops_all_and_leaves_nothing(wilma):
    terminal = Terminal(wilma)
    terminal.read_until("Ctrl-C stops it.", 420)
    _add(wilma, id="erste", title="Bleibt")
    assert wilma.pids() != []

    terminal.type(b"\x03")

    assert terminal.end() == 0
    assert wilma.pids() == []
    assert "stopped" in terminal.text
    # The password is shown at the first start, and is the one in the file.
    assert f"admin, password {wilma.admin[1]}" in terminal.text
    assert wilma.var.admin.stat().st_mode & 0o777 == 0o600


def test_the_second_start_finds_the_same_data_and_tells_no_password(wilma):
    state = wilma.var.state_file.read_text()

    seconds = wilma.start()

    page = requests.get(f"{wilma.url}/erste", auth=wilma.admin, headers=JSON, timeout=60)
    assert page.json()["title"] == "Bleibt"
    assert wilma.admin[1] not in wilma.output.read_text()
    assert wilma.var.state_file.read_text() == state
    print(f"second start: {seconds:.1f} s")


def test_a_second_one_is_refused_while_it_runs(wilma):
    other = Wilma(wilma.folder, site="empty")
    other.output = wilma.folder / "other"

    with pytest.raises(RuntimeError, match="already running with"):
        other.start()

    assert wilma.answers()


def test_a_backup_taken_while_it_runs_has_everything(wilma):
    note = {"data": NOTE, "filename": "zettel.txt", "content-type": "text/plain"}
    _add(wilma, **{"@type": "File", "id": "zettel", "title": "Zettel", "file": note})
    backup, restored = wilma.folder / "backup", wilma.folder / "restored"

    _make(wilma, "backup", TO=str(backup))
    _make(wilma, "restore", FROM=str(backup), WILMA_VAR=str(restored))

    assert (restored / "secrets" / "admin").read_text() == wilma.admin[1]
    assert (restored / "wilma.json").read_text() == wilma.var.state_file.read_text()
    database = DB(
        FileStorage(str(restored / "filestorage/Data.fs"), blob_dir=f"{restored}/blobstorage")
    )
    with database.transaction() as connection:
        site = connection.root()["Application"]["wilma"]
        assert site["erste"].title == "Bleibt"
        assert site["zettel"].file.data == NOTE.encode()
    database.close()


def test_a_backup_is_not_restored_over_data(wilma):
    done = _make(wilma, "restore", FROM=str(wilma.folder / "backup"), check=False)

    assert done.returncode != 0
    assert "holds data" in done.stderr
    assert wilma.answers()


def test_after_everything_was_killed_it_starts_again(wilma):
    for pid in (int(wilma.var.lock.read_text()), *_supervisor_and_zeo(wilma)):
        os.kill(pid, signal.SIGKILL)
    wilma.process.wait(60)

    wilma.start()

    assert wilma.answers()


def test_a_killed_supervisor_takes_all_with_it(wilma):
    supervisor = int((wilma.var.run / "supervisord.pid").read_text())

    os.kill(supervisor, signal.SIGKILL)

    assert wilma.process.wait(60) != 0
    assert wilma.pids() == []


def test_state_says_what_wrote_it(wilma):
    state = json.loads(wilma.var.state_file.read_text())

    assert state["site"] == "empty"
    assert state["made"] is True
    assert state["versions"]["wilma.policy:default"]


def _make(wilma: Wilma, target: str, *, check: bool = True, **variables: str):
    return subprocess.run(
        ["make", "-s", target],
        cwd=HOME,
        env=wilma.environment | variables,
        check=check,
        capture_output=True,
        text=True,
    )


def _add(wilma: Wilma, **fields: str | dict) -> None:
    body = {"@type": "Document"} | fields
    answer = requests.post(wilma.url, json=body, auth=wilma.admin, headers=JSON, timeout=60)
    answer.raise_for_status()


def _supervisor_and_zeo(wilma: Wilma) -> list[int]:
    return [int((wilma.var.run / f"{name}.pid").read_text()) for name in ("supervisord", "zeo")]
