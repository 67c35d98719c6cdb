"""Secrets are made at the first start and lie in files that only this user can read."""

from pathlib import Path

import os
import secrets


def make(file: Path) -> str:
    """The secret in `file`, made now if the file is new."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text()
    value = secrets.token_urlsafe(18)
    with os.fdopen(handle, "w") as out:
        out.write(value)
    return value
