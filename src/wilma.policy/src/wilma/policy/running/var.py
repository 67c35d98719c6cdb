"""The data folder: what lies where, and `wilma.json`, which says who wrote it."""

from pathlib import Path
from wilma.policy.running.settings import RefusedError

import hashlib
import json
import os
import stat
import xml.etree.ElementTree as ElementTree


FORMAT = 1
# A path of a Unix socket has at most 107 bytes; the longest name of ours has 15.
LONGEST_RUN = 88
PARTS = ("filestorage/Data.fs", "blobstorage", "secrets/admin", "wilma.json")


class Var:
    """Paths in a data folder; making one touches nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path / "filestorage" / "Data.fs"
        self.blobs = path / "blobstorage"
        self.secrets = path / "secrets"
        self.admin = self.secrets / "admin"
        self.mail = path / "mail"
        self.log = path / "log"
        self.etc = path / "etc"
        self.tmp = path / "tmp"
        self.cache = path / "cache"
        self.lock = path / "lock"
        self.state_file = path / "wilma.json"

    @property
    def run(self) -> Path:
        """Sockets and heartbeat; elsewhere if the path is too long for a socket."""
        run = self.path / "run"
        if len(os.fsencode(run)) <= LONGEST_RUN:
            return run
        name = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        return Path(f"/tmp/wilma-{os.getuid()}-{name}")  # noqa: S108 private_folder() checks it

    def state(self) -> dict:
        """What wilma.json says; empty if the folder is new. Raises RefusedError if broken."""
        try:
            state = json.loads(self.state_file.read_text())
            state["format"] + 0
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError, OSError):
            raise RefusedError(f"{self.state_file} cannot be read.") from None
        return state

    def write_state(self, **changes: object) -> None:
        """Change some keys; the file is replaced as a whole, and only if something changed."""
        old = self.state()
        new = {"format": FORMAT} | old | changes
        if new == old:
            return
        part = self.state_file.with_suffix(".part")
        part.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n")
        part.replace(self.state_file)

    def make_folders(self) -> None:
        """Make every folder, readable by the owner alone. Raises RefusedError."""
        self.path.mkdir(parents=True, exist_ok=True)
        kept = (self.data.parent, self.blobs, self.secrets, self.mail, self.log)
        for folder in (*kept, self.run, self.etc, self.tmp, self.cache):
            private_folder(folder)


def private_folder(path: Path) -> None:
    """Make a folder for this user alone. Raises RefusedError if it belongs to another."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise RefusedError(f"{path} is not a folder of this user.")
    path.chmod(0o700)


def code_versions(home: Path) -> dict[str, str]:
    """{profile id: version} of our packages in this clone, and Plone's version."""
    versions = {"Plone": _pinned(home, "Products.CMFPlone")}
    for file in sorted(home.glob("src/*/src/wilma/*/profiles/default/metadata.xml")):
        package = ".".join(file.parts[-5:-3])
        # Our own file, not an upload.
        version = ElementTree.parse(file).getroot().findtext("version")  # noqa: S314
        versions[f"{package}:default"] = version or ""
    return versions


def number(version: str) -> tuple[int, ...]:
    """A version to compare: "6.2.2" is (6, 2, 2)."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _pinned(home: Path, name: str) -> str:
    for line in (home / "versions.cfg").read_text().splitlines():
        if line.startswith(f"{name} = "):
            return line.partition(" = ")[2]
    return ""
