"""An event listener of supervisor: when ZEO has come up again, what depends on it restarts.

Objects in the memory of an instance may be from transactions that the dead server never stored.
"""

from supervisor.childutils import getRPCInterface
from supervisor.childutils import listener
from supervisor.xmlrpc import RPCError
from xmlrpc.client import Fault

import os
import sys


DEPENDENTS = ("instance1", "instance2", "worker")
STARTED = ("RUNNING", "STARTING")


def main() -> None:
    supervisor = getRPCInterface(os.environ).supervisor
    seen = False
    while True:
        _, payload = listener.wait()
        event = dict(pair.split(":", 1) for pair in payload.split())
        if event.get("processname") == "zeo":
            if seen:
                restart_dependents(supervisor)
            seen = True
        listener.ok()


def restart_dependents(supervisor) -> None:
    """Stop all that run, then start them; one that fails does not hinder the others."""
    running = [p["name"] for p in supervisor.getAllProcessInfo() if p["statename"] in STARTED]
    names = [name for name in DEPENDENTS if name in running]
    # Wait for the end of each stop, but not for a start.
    for act, wait in ((supervisor.stopProcess, True), (supervisor.startProcess, False)):
        for name in names:
            try:
                act(name, wait)
            except (Fault, RPCError, OSError) as error:
                print(f"{name}: {error!r}", file=sys.stderr, flush=True)
    print(f"ZEO came up again: restarted {', '.join(names)}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
