"""What `make start` refuses: one sentence, an exit code, and nothing touched."""

from pathlib import Path
from tests.stack.wilma import free_port
from tests.stack.wilma import HOME
from tests.stack.wilma import OURS
from wilma.policy.running.checks import check_disk
from wilma.policy.running.settings import RefusedError
from wilma.policy.running.var import code_versions
from wilma.policy.running.var import FORMAT
from wilma.policy.running.var import Var

import fcntl
import json
import os
import pytest
import re
import socket
import subprocess
import sys


def start(var: Path, **variables: str) -> tuple[int, str]:
    """Exit code and words of the check that comes before everything else."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    chosen = {"PORT": str(free_port()), "WILMA_VAR": str(var), "WILMA_HOME": str(HOME)}
    done = subprocess.run(
        [sys.executable, "instance/check.py"],
        cwd=HOME,
        env=inherited | chosen | variables,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == ""
    return done.returncode, done.stderr.strip()


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.fixture
def var(tmp_path):
    """A data folder that looks whole."""
    folder = tmp_path / "var"
    for name in ("filestorage", "blobstorage", "secrets"):
        (folder / name).mkdir(parents=True)
    (folder / "filestorage" / "Data.fs").write_bytes(b"FS30")
    (folder / "secrets" / "admin").write_text("geheim")
    state = {"format": FORMAT, "made": True, "site": "demo", "versions": code_versions(HOME)}
    (folder / "wilma.json").write_text(json.dumps(state))
    return folder


def test_a_new_and_a_whole_folder_are_fine(var, tmp_path):
    assert start(var) == (0, "")
    assert start(tmp_path / "new") == (0, "")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("BIND", "everywhere"),
        ("BIND", "127.0.0.1:80"),
        ("SITE", "big"),
        ("CHAT", "maybe"),
        ("PUBLIC_URL", "intranet.example"),
        ("PUBLIC_URL", "ftp://intranet.example"),
        ("PUBLIC_URL", "https://intranet.example/wilma"),
        ("PUBLIC_URL", "https://intranet.example:port"),
        ("PUBLIC_URL", "https://someone@intranet.example"),
        ("PUBLIC_URL", "https://in tranet.example"),
        ("PUBLIC_URL", 'https://intranet.example";}'),
        ("SMTP", "mail.example"),
        ("SMTP", "mail.example:smtp"),
        ("SMTP", ":25"),
        ("TRUSTED_PROXY", "proxy.example"),
        ("TRUSTED_PROXY", "10.0.0.1/8"),
    ],
)
def test_a_value_that_cannot_be_used(tmp_path, variable, value):
    code, words = start(tmp_path / "var", **{variable: value})

    assert code == 1
    assert value in words
    assert re.fullmatch(r"WiLMA does not start: [^\n]*\.", words)
    assert not (tmp_path / "var").exists()


def test_a_path_that_programs_read_differently(tmp_path):
    code, words = start(tmp_path / "my var")

    assert code == 1
    assert "letters, digits" in words


@pytest.mark.parametrize(
    "part", ["filestorage/Data.fs", "blobstorage", "secrets/admin", "wilma.json"]
)
def test_a_folder_that_lacks_a_part(var, part):
    lost = var / part
    lost.rmdir() if lost.is_dir() else lost.unlink()
    before = contents(var)

    code, words = start(var)

    assert code == 1
    assert words.endswith(f"lacks {part}: restore it from a backup.")
    assert contents(var) == before


def test_a_first_start_that_was_broken_off_may_go_on(var):
    (var / "filestorage" / "Data.fs").unlink()
    (var / "wilma.json").write_text(json.dumps({"format": FORMAT, "site": "demo"}))

    assert start(var) == (0, "")


@pytest.mark.parametrize(
    "newer",
    [
        {"format": FORMAT + 1},
        {"versions": {"wilma.policy:default": "99991231001"}},
        {"versions": {"wilma.future:default": "20261101001"}},
        {"versions": {"Plone": "99.0"}},
    ],
)
def test_a_folder_that_a_newer_version_wrote(var, newer):
    state = json.loads((var / "wilma.json").read_text())
    (var / "wilma.json").write_text(json.dumps(state | newer))
    before = contents(var)

    code, words = start(var)

    assert code == 1
    assert "was written by a newer WiLMA" in words
    assert contents(var) == before


def test_a_state_that_cannot_be_read(var):
    (var / "wilma.json").write_text("{")

    assert start(var) == (1, f"WiLMA does not start: {var}/wilma.json cannot be read.")


def test_another_kind_of_site(var):
    code, words = start(var, SITE="empty")

    assert code == 1
    assert "holds a site of the kind demo" in words


def test_the_demo_city_for_others_than_loopback(var, tmp_path):
    for folder in (var, tmp_path / "new"):
        code, words = start(folder, BIND="0.0.0.0")

        assert code == 1
        assert "answers on loopback only" in words


def test_an_empty_site_for_everybody(tmp_path):
    assert start(tmp_path / "new", SITE="empty", BIND="0.0.0.0") == (0, "")


def test_started_twice(var):
    with (var / "lock").open("w") as lock:
        lock.write("4711")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)

        code, words = start(var)

    assert code == 1
    assert words == f"WiLMA does not start: WiLMA is already running with {var} (process 4711)."


def test_a_taken_port(var):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        code, words = start(var, PORT=str(port))

    assert code == 1
    assert words == (f"WiLMA does not start: Port {port} of 127.0.0.1 is taken by another program.")


def test_too_little_disk(tmp_path):
    with pytest.raises(RefusedError, match="Too little disk at .*: [0-9]+ MB free"):
        check_disk(Var(tmp_path / "not" / "yet"), least=1 << 60)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["nginx", "libmagic"])
def test_a_missing_package(tmp_path, missing):
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    environment |= {"WILMA_HOME": str(HOME), "WILMA_VAR": str(tmp_path / "var")}
    environment |= {"PORT": str(free_port()), "WILMA_NGINX": "/bin/true"}
    if missing == "nginx":
        environment["WILMA_NGINX"] = "/nowhere/nginx"
    else:
        # A module of this name that fails as the real one does without the library.
        (tmp_path / "magic.py").write_text("raise ImportError('failed to find libmagic')")
        environment["PYTHONPATH"] = str(tmp_path)

    done = subprocess.run(
        ["bin/wilma-python", "-m", "wilma.policy.running.start"],
        cwd=HOME,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"WiLMA does not start: {missing} is missing: run sudo apt-get")
    assert not (tmp_path / "var").exists()
