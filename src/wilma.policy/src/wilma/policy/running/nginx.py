"""Become nginx, after an earlier one's workers are gone.

A killed master leaves its workers behind: they go on answering, and hold the port against the next.

    wilma-python -m wilma.policy.running.nginx -- NGINX ARGUMENTS...
"""

from pathlib import Path
from wilma.policy.running.orphans import nginx_workers

import os
import signal
import sys


def main() -> None:
    for pid in nginx_workers(Path(os.environ["WILMA_RUN"])):
        os.kill(pid, signal.SIGKILL)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 our own configuration names it


if __name__ == "__main__":
    main()
