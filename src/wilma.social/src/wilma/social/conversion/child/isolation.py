"""What the converter takes away from itself before it opens the file.

Done by the child and not between fork and exec by the worker: the worker has threads, and Python
code in a forked copy of a process with threads may hang.

Limits hold on every Linux. That it reaches no network, no process and no file but its own needs
user namespaces, which Debian allows to everybody and some containers forbid.

Then there are three processes. The one that the worker started waits; the second is the first of
a namespace of processes, waits too, and reads nothing of the file; the third returns from
`isolate` and converts. If one of the first two ends, or is killed, the kernel ends all that the
third started, wherever it hid. The third sees nobody outside, and cannot touch the second.
"""

from wilma.social.conversion.limits import CPU_SECONDS
from wilma.social.conversion.limits import FOLDER_FILES
from wilma.social.conversion.limits import FOLDER_SIZE
from wilma.social.conversion.limits import LARGEST_OUTPUT
from wilma.social.conversion.limits import MEMORY

import contextlib
import ctypes
import os
import resource
import signal
import socket
import struct


CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWPID = 0x00020000, 0x10000000, 0x20000000
CLONE_NEWNET, CLONE_NEWIPC = 0x40000000, 0x08000000
APART = CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC
MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
CAPABILITY_VERSION_3 = 0x20080522


def isolate() -> bool:
    """Give away rights, and everything that may be used without end. False if files stay open.

    Standard output is the socket that takes the working folder; nothing is, afterwards.
    """
    limit(MEMORY, CPU_SECONDS, LARGEST_OUTPUT, files=64)
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        apart = _apart(libc)
    except OSError:
        # Some kernels give the namespace, but no rights in it.
        apart = False
    # No process and no thread; root, and the root of a container, may nevertheless.
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
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
    """No network, no other processes, and a folder in memory is all there is of the file system."""
    folder, user, group = os.getcwd(), os.getuid(), os.getgid()
    if libc.unshare(APART) != 0:
        return False
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    _go_on_in_a_child()
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # Else the third could take over the second, which has the same user.
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    _go_on_in_a_child()
    _work_in_memory(libc, folder)
    os.chroot(".")
    os.chdir("/")
    # The new namespace came with every right inside it, that to leave the folder again too.
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    return libc.capset(header, bytes(24)) == 0


def _go_on_in_a_child() -> None:
    """Return in a child; here wait for it, and end as it does. A signal is 128 and its number."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os._exit(code if code >= 0 else 128 - code)


def _work_in_memory(libc, folder: str) -> None:
    """Limit how much and how many files can be written; the worker gets the folder by a socket."""
    options = f"size={FOLDER_SIZE},nr_inodes={FOLDER_FILES},mode=700".encode()
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    if libc.mount(b"tmpfs", folder.encode(), b"tmpfs", flags, options) != 0:
        raise OSError(ctypes.get_errno(), "mount")
    os.chdir(folder)
    handle = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    with socket.socket(fileno=os.dup(1)) as worker:
        socket.send_fds(worker, [b"."], [handle])
    os.close(handle)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.close(nothing)
