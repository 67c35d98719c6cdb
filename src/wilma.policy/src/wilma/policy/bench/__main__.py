"""`make bench`: build the cities that are missing, measure both, print the table.

wilma-python -m wilma.policy.bench
"""

from pathlib import Path
from wilma.policy.bench.report import missed
from wilma.policy.bench.report import table
from wilma.policy.bench.sizes import LARGE
from wilma.policy.bench.sizes import SMALL
from wilma.policy.running import secret
from wilma.policy.running import settings
from wilma.policy.running import translations
from wilma.policy.running.progress import Progress
from wilma.policy.running.render import render
from wilma.policy.running.start import prepare_environment
from wilma.policy.running.var import Var

import hashlib
import json
import os
import shutil
import subprocess
import sys


# Nothing listens there: mails of the cities stay in their outbox.
NO_MAIL = 9


def main() -> int:
    """Exit code: 0 if every goal holds, else 1."""
    os.umask(0o077)
    home = Path(os.environ["WILMA_HOME"])
    translations.compile_all(home)
    progress = Progress()
    small, large = (_city(size, home, progress) for size in (SMALL, LARGE))
    print(table(small, large))
    wrong = missed(small, large, LARGE.people / SMALL.people)
    print("\n".join(["", *(f"goal missed: {sentence}" for sentence in wrong)]))
    return 1 if wrong else 0


def _city(size, home, progress):
    bench = home / "var" / "bench"
    folder = bench / f"{size.name}-{_generator(home)}"
    complete = folder / "complete"
    python = str(home / "bin" / "wilma-python")
    conf = _prepare(folder, home)
    if not complete.exists():
        shutil.rmtree(folder)
        for old in bench.glob(f"{size.name}-*"):
            shutil.rmtree(old)
        conf = _prepare(folder, home)
        with progress(f"city {size.name}"):
            _run(python, "building", conf, size)
        complete.touch()
    else:
        progress.say(f"city {size.name} is there: {folder}")
    return json.loads(_run(python, "measure", conf, size, stdout=subprocess.PIPE).splitlines()[-1])


def _prepare(folder, home):
    chosen = settings.read({"WILMA_VAR": str(folder), "SITE": "empty"}, home)
    var = Var(chosen.var)
    var.make_folders()
    var.write_state(site="empty")
    secret.make(var.admin)
    prepare_environment(chosen, NO_MAIL)
    render(chosen, mail_port=NO_MAIL)
    return var.etc / "zope-offline.conf"


def _run(python, module, conf, size, **options):
    command = [python, "-m", f"wilma.policy.bench.{module}", str(conf), size.name]
    return subprocess.run(command, check=True, text=True, **options).stdout  # noqa: S603


def _generator(home):
    """What the cities depend on: the generator itself, and the profiles of our packages."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".py", ".yaml", ".zcml"):
            digest.update(file.read_bytes())
    for file in sorted(home.glob("src/*/src/wilma/*/profiles/default/**/*.xml")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
