"""The processes of one WiLMA under their supervisor, from start to stop."""

from http.client import HTTPConnection
from http.client import HTTPException
from wilma.policy.running import orphans
from wilma.policy.running.instance import INSTANCES
from wilma.policy.running.instance import warm
from wilma.policy.running.progress import Progress
from wilma.policy.running.settings import Settings
from wilma.policy.running.var import Var

import json
import signal
import subprocess
import sys
import time


LONGEST_START = 300  # seconds
# A child ends with us, even if we are killed.
WITH_US = ("setpriv", "--pdeathsig", "TERM")


class Stack:
    """Starts, waits, stops. SIGINT, SIGTERM and SIGHUP all mean: stop everything, in order."""

    def __init__(self, chosen: Settings, progress: Progress) -> None:
        self.chosen = chosen
        self.var = Var(chosen.var)
        self.progress = progress
        self.told_to_stop = False
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, self._stop)

    def _stop(self, *_) -> None:
        self.told_to_stop = True

    def wait_for(self, command: list[str]) -> bool:
        """Run a command to its end, unless told to stop; did it end well?"""
        process = self._child(command)
        while process.poll() is None:
            if self.told_to_stop:
                process.terminate()
                process.wait()
            time.sleep(0.1)
        return process.returncode == 0 and not self.told_to_stop

    def run(self) -> int:
        """Everything, until told to stop. Exit code 0, or 1 if the supervisor died or refused."""
        conf = str(self.var.etc / "supervisord.conf")
        supervisord = self._child([str(self.chosen.home / "bin" / "supervisord"), "-c", conf])
        if self._wait_until_ready(supervisord):
            self._welcome()
        while supervisord.poll() is None and not self.told_to_stop:
            time.sleep(0.2)
        return self._end(supervisord)

    def _child(self, command: list[str]) -> subprocess.Popen:
        # In a group of its own: Ctrl-C is our business.
        command = [*WITH_US, *command]
        return subprocess.Popen(command, process_group=0, stdin=subprocess.DEVNULL)  # noqa: S603

    def _wait_until_ready(self, supervisord: subprocess.Popen) -> bool:
        started = told = time.monotonic()
        self.progress.say("ZEO, two instances, worker, nginx ...")
        cold = list(INSTANCES)
        while supervisord.poll() is None and not self.told_to_stop:
            cold = [name for name in cold if not warm(self.var.run, name, self.chosen.public_url)]
            if not cold and self._is_ready():
                self.progress.say(f"all ready: {time.monotonic() - started:.0f} s")
                return True
            if time.monotonic() - told > 10:
                told = time.monotonic()
                waiting = ", ".join(cold) or "the worker or nginx"
                self.progress.say(f"{told - started:.0f} s, still waiting for {waiting}")
            if time.monotonic() - started > LONGEST_START:
                self.progress.say(f"not ready: see the files in {self.var.log}")
                return False
            time.sleep(0.3)
        return False

    def _is_ready(self) -> bool:
        bind = self.chosen.bind
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104 compared only
        connection = HTTPConnection(host, self.chosen.port, timeout=30)
        try:
            connection.request("GET", "/@@ready", headers={"Host": self.chosen.public_host})
            answer = json.loads(connection.getresponse().read())
        except (OSError, HTTPException, ValueError):
            return False
        finally:
            connection.close()
        return answer.get("status") == "ready"

    def _welcome(self) -> None:
        lines = [f"WiLMA is ready: {self.chosen.public_url}/"]
        if not self.var.state().get("told"):
            lines.append(f"Administrator: admin, password {self.var.admin.read_text()}")
            lines.append(f"(shown once; it is kept in {self.var.admin})")
            self.var.write_state(told=True)
        if self.var.state()["site"] == "demo":
            lines.append("Demo accounts: maria.huber, stefan.maier, jonas.weber, thao.nguyen, ...")
            lines.append("all with the password Servus-WiLMA-2026")
        if self.chosen.smtp is None:
            lines.append(f"Mail is not sent but kept in {self.var.mail}")
        if self.chosen.chat == "on":
            lines.append("Chat is not part of this version")
        lines.append("Ctrl-C stops it.")
        width = max(map(len, lines))
        print("\n".join(["", "-" * width, *lines, "-" * width, ""]), flush=True)

    def _end(self, supervisord: subprocess.Popen) -> int:
        if not self.told_to_stop:
            self.progress.say(f"the supervisor ended by itself: see {self.var.log}")
            orphans.end_all(self.chosen.var)
            return 1
        self.progress.say("stopping ...")
        started = time.monotonic()
        supervisord.terminate()
        supervisord.wait()
        orphans.end_all(self.chosen.var)
        self.progress.say(f"stopped: {time.monotonic() - started:.0f} s")
        sys.stdout.flush()
        return 0
