"""Ctrl-C in a terminal reaches WiLMA alone, so that `make start` ends well.

The terminal sends SIGINT to the whole foreground group. `make` in it would call the interruption
an error; so WiLMA becomes a foreground group of its own, as a shell does with its jobs.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import os
import signal


@contextmanager
def foreground() -> Iterator[None]:
    """Be the terminal's foreground group, if we were part of it; give it back at the end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        yield
        return
    former = os.getpgrp()
    if os.tcgetpgrp(terminal) != former or former == os.getpid():
        os.close(terminal)
        yield
        return
    # Ctrl-Z would stop us, but not the waiting make: the terminal would be nobody's.
    for name in (signal.SIGTTOU, signal.SIGTSTP):
        signal.signal(name, signal.SIG_IGN)
    os.setpgid(0, 0)
    os.tcsetpgrp(terminal, os.getpgrp())
    try:
        yield
    finally:
        os.tcsetpgrp(terminal, former)
        os.close(terminal)
