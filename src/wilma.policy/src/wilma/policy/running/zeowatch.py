"""An event listener of supervisor: when ZEO has come up again, what depends on it restarts.

They would go on without, since no object id is given out twice (see `zeo`). But what they hold in
memory comes from a server that died; so they start anew, one after the other: one always answers.
"""

from pathlib import Path
from supervisor.childutils import getRPCInterface
from supervisor.childutils import listener
from supervisor.xmlrpc import RPCError
from wilma.policy.running.instance import INSTANCES
from wilma.policy.running.instance import warm
from xmlrpc.client import Fault

import os
import sys
import threading
import time


DEPENDENTS = (*INSTANCES, "worker")
STARTED = ("RUNNING", "STARTING")
LONGEST_START = 120  # seconds


def main() -> None:
    again = threading.Event()
    threading.Thread(target=restart_when, args=(again,), daemon=True).start()
    seen = False
    while True:
        _, payload = listener.wait()
        event = dict(pair.split(":", 1) for pair in payload.split())
        if event.get("processname") == "zeo":
            if seen:
                again.set()
            seen = True
        listener.ok()


def restart_when(again: threading.Event) -> None:
    """Restart all dependents each time it is set; deaths of ZEO meanwhile count as one."""
    supervisor = getRPCInterface(os.environ).supervisor
    # There while restarts go on, for those who must wait for their end.
    mark = Path(os.environ["WILMA_RUN"]) / "restarting"
    mark.unlink(missing_ok=True)
    while again.wait():
        mark.touch()
        again.clear()
        for name in DEPENDENTS:
            try:
                restart(supervisor, name)
            except (Fault, RPCError, OSError) as error:
                print(f"{name}: {error!r}", file=sys.stderr, flush=True)
        if not again.is_set():
            mark.unlink()


def restart(supervisor, name: str) -> None:
    """Restart it, if it runs, and wait until it answers."""
    if supervisor.getProcessInfo(name)["statename"] not in STARTED:
        return
    supervisor.stopProcess(name, True)
    supervisor.startProcess(name, False)
    end = time.monotonic() + LONGEST_START
    run, url = Path(os.environ["WILMA_RUN"]), os.environ["PUBLIC_URL"]
    while name in INSTANCES and not warm(run, name, url) and time.monotonic() < end:
        time.sleep(0.2)
    print(f"ZEO came up again: {name} restarted", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
