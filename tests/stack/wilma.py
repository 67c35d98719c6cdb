"""A whole WiLMA for tests: what `make start` makes, in a data folder and on a port of its own."""

from functools import cached_property
from http.client import HTTPConnection
from http.client import HTTPException
from pathlib import Path
from supervisor.xmlrpc import SupervisorTransport
from wilma.policy.running import orphans
from wilma.policy.running.var import Var
from xmlrpc.client import ServerProxy

import json
import os
import signal
import socket
import subprocess
import tempfile
import time


HOME = Path(__file__).resolve().parents[2]
LONGEST_START = 420
LONGEST_STOP = 60
# What the person who runs the tests chose for another WiLMA is not meant for this one.
OURS = (
    "PORT",
    "BIND",
    "SITE",
    "CHAT",
    "WILMA_VAR",
    "PUBLIC_URL",
    "SMTP",
    "TRUSTED_PROXY",
    "MAKEFLAGS",
    "MAKELEVEL",
)


class Wilma:
    """`start()` returns when it is ready; `stop()` leaves no process."""

    def __init__(self, folder: Path, *, site: str = "demo", **variables: str) -> None:
        self.folder = folder
        self.var = Var(folder / "var")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.variables = {"SITE": site} | variables
        self.output = folder / "output"
        self.killed: dict[str, int] = {}

    @property
    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name not in OURS}
        chosen = {"PORT": str(self.port), "WILMA_VAR": str(self.var.path)}
        return inherited | chosen | self.variables

    @property
    def admin(self) -> tuple[str, str]:
        return ("admin", self.var.admin.read_text())

    def start(self) -> float:
        """Run `make start` and wait; the seconds it took. It ends with us, even if killed."""
        started = time.monotonic()
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "make", "start"],
                cwd=HOME,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        end = time.monotonic() + LONGEST_START
        while "WiLMA is ready" not in self.output.read_text():
            failed = self.process.poll() is not None or "not ready: see" in self.output.read_text()
            if failed or time.monotonic() > end:
                raise RuntimeError(f"make start failed:\n{self.output.read_text()[-3000:]}")
            time.sleep(0.3)
        return time.monotonic() - started

    def stop(self) -> int:
        """Stop as a service manager does; the exit code of make."""
        if self.process.poll() is None:
            os.kill(int(self.var.lock.read_text()), signal.SIGTERM)
        return self.process.wait(LONGEST_STOP)

    @cached_property
    def supervisor(self):
        transport = SupervisorTransport(None, None, f"unix://{self.var.run}/super.sock")
        return ServerProxy("http://127.0.0.1", transport).supervisor

    def pid(self, name: str) -> int:
        """The process id of zeo, instance1, instance2, worker, nginx or catcher; 0 if down."""
        return self.supervisor.getProcessInfo(name)["pid"]

    def kill(self, name: str) -> int:
        """kill -9, as soon as it runs again; the process id it had."""
        end = time.monotonic() + LONGEST_STOP
        # The supervisor may not know yet that the last one is dead.
        while (pid := self.pid(name)) in (0, self.killed.get(name)) and time.monotonic() < end:
            time.sleep(0.1)
        os.kill(pid, signal.SIGKILL)
        self.killed[name] = pid
        return pid

    def answers(self) -> bool:
        """Is everything ready?"""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", "/@@ready")
            return json.loads(connection.getresponse().read())["status"] == "ready"
        except (OSError, HTTPException, ValueError, KeyError):
            return False
        finally:
            connection.close()

    def wait(self, seconds: float = LONGEST_STOP) -> float:
        """Wait until everything is ready; how many seconds that took. Raises TimeoutError."""
        started = time.monotonic()
        while not self.answers():
            if time.monotonic() - started > seconds:
                raise TimeoutError(f"not ready after {seconds} s")
            time.sleep(0.2)
        return time.monotonic() - started

    def settle(self, seconds: float = 180) -> None:
        """Wait until ZEO runs and all that restart after it have done so. Raises TimeoutError."""
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            zeo = self.supervisor.getProcessInfo("zeo")
            # zeowatch hears of ZEO about a second after its start.
            old = zeo["statename"] == "RUNNING" and zeo["now"] - zeo["start"] > 3
            if old and not (self.var.run / "restarting").exists() and self.answers():
                return
            time.sleep(0.5)
        raise TimeoutError(f"not settled after {seconds} s")

    def pids(self) -> list[int]:
        """All processes that belong to this data folder."""
        return orphans.find(self.var.path)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def new_folder() -> Path:
    """A short path: sockets lie below it."""
    return Path(tempfile.mkdtemp(prefix="wilma-test-"))
