"""Run WiLMA in the foreground: make what is missing, start everything, wait, stop everything."""

from pathlib import Path
from wilma.policy.running import checks
from wilma.policy.running import orphans
from wilma.policy.running import secret
from wilma.policy.running import settings
from wilma.policy.running import terminal
from wilma.policy.running import translations
from wilma.policy.running.progress import Progress
from wilma.policy.running.render import render
from wilma.policy.running.settings import RefusedError
from wilma.policy.running.settings import Settings
from wilma.policy.running.stack import Stack
from wilma.policy.running.var import code_versions
from wilma.policy.running.var import Var

import fcntl
import os
import shutil
import socket
import subprocess
import sys


def main() -> int:
    """Exit code: 0 if it was told to stop, 1 if it refused or could not go on."""
    os.umask(0o077)
    home = Path(os.environ["WILMA_HOME"])
    try:
        chosen = settings.read(dict(os.environ), home)
        checks.check(chosen)
        check_programs()
        Var(chosen.var).make_folders()
        with Var(chosen.var).lock.open("a+") as lock:
            take(lock, chosen)
            return run(chosen)
    except RefusedError as error:
        print(f"WiLMA does not start: {error}", file=sys.stderr)
        return 1


def check_programs() -> None:
    """What Debian must provide. Raises RefusedError."""
    if shutil.which(os.environ.get("WILMA_NGINX") or "nginx") is None:
        raise RefusedError("nginx is missing: run sudo apt-get install nginx.")
    found = subprocess.run([sys.executable, "-c", "import magic"], capture_output=True, check=False)
    if found.returncode:
        raise RefusedError("libmagic is missing: run sudo apt-get install libmagic1 libmagic-mgc.")


def take(lock, chosen: Settings) -> None:
    """Hold the data folder until this process ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RefusedError(f"WiLMA is already running with {chosen.var}.") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()


def run(chosen: Settings) -> int:
    """Prepare the data folder, then run the processes until told to stop."""
    progress = Progress()
    var = Var(chosen.var)
    ended = orphans.end_all(chosen.var)
    if ended:
        progress.say(f"ended {ended} processes that an earlier run had left")
    # First of all: it says that this folder is being made, should anything interrupt us.
    var.write_state(site=var.state().get("site") or chosen.site or "demo")
    secret.make(var.admin)
    mail_port = None if chosen.smtp else _mail_port(var)
    prepare_environment(chosen, mail_port)
    translations.compile_all(chosen.home)
    render(chosen, mail_port=mail_port)
    with terminal.foreground():
        stack = Stack(chosen, progress)
        if not _site(chosen, var, stack):
            return 0 if stack.told_to_stop else 1
        return stack.run()


def _mail_port(var: Var) -> int:
    """The catcher's port: the same as last time, if it is free."""
    for port in (var.state().get("mail_port") or 0, 0):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            var.write_state(mail_port=trial.getsockname()[1])
            return trial.getsockname()[1]
    raise RefusedError("There is no free port on 127.0.0.1 for the mail catcher.")


def prepare_environment(chosen: Settings, mail_port: int | None) -> None:
    """What every process of this stack may read."""
    var = Var(chosen.var)
    host, port = chosen.smtp or ("127.0.0.1", mail_port)
    os.environ |= {
        "WILMA_HOME": str(chosen.home),
        "WILMA_VAR": str(chosen.var),
        "WILMA_RUN": str(var.run),
        "WILMA_STACK": str(chosen.var),
        "WILMA_SMTP": f"{host}:{port}",
        "PORT": str(chosen.port),
        "BIND": chosen.bind,
        "CHAT": chosen.chat,
        "PUBLIC_URL": chosen.public_url,
        "SITE": var.state()["site"],
        "TMPDIR": str(var.tmp),
        "CHAMELEON_CACHE": str(var.cache),
    }


def _site(chosen: Settings, var: Var, stack: Stack) -> bool:
    """Make or upgrade the site if the data folder says that this is needed."""
    state, versions = var.state(), code_versions(chosen.home)
    if state.get("made") and state.get("versions") == versions:
        return True
    conf = var.etc / "zope-offline.conf"
    if not stack.wait_for(
        [str(chosen.home / "bin" / "wilma-python"), "-m", "wilma.policy.running.site", str(conf)]
    ):
        return False
    var.write_state(made=True, versions=versions)
    return True


if __name__ == "__main__":
    sys.exit(main())
