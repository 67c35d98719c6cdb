"""What the converter takes away from itself before it opens the file.

Done by the child and not between fork and exec by the worker: the worker has threads, and Python
code in a forked copy of a process with threads may hang.

Limits hold on every Linux. That it reaches no network and no file but its own needs user
namespaces, which Debian allows to everybody and some containers forbid.
"""

from wilma.social.conversion.limits import CPU_SECONDS
from wilma.social.conversion.limits import LARGEST_OUTPUT
from wilma.social.conversion.limits import MEMORY

import contextlib
import ctypes
import os
import resource
import signal
import struct


CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWIPC = 0x10000000, 0x40000000, 0x08000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CAPABILITY_VERSION_3 = 0x20080522


def isolate() -> bool:
    """Give away rights, and everything that may be used without end. False if files stay open."""
    limit(MEMORY, CPU_SECONDS, LARGEST_OUTPUT, files=64)
    libc = ctypes.CDLL(None, use_errno=True)
    apart = _apart(libc)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # After the namespace, which forgets it: end with the worker.
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    return apart


def limit(memory: int, cpu_seconds: int, output: int, files: int) -> None:
    """Take no more than these, and give way to everything else."""
    for name, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, files),
    ):
        resource.setrlimit(name, (value, value))
    # At the second one the kernel kills as anybody else might; the first has a signal of its own.
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 2))
    os.nice(15)
    # If memory is short, this is the process to end, not the database.
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def _apart(libc) -> bool:
    """No network, and the working folder is all there is of the file system."""
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0:
        return False
    os.chroot(".")
    os.chdir("/")
    # The new namespace came with every right inside it, that to leave the folder again too.
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    return libc.capset(header, bytes(24)) == 0
