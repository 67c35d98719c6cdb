"""Compile the .po files of our packages, before two instances would do it at the same time."""

from pathlib import Path
from pythongettext.msgfmt import Msgfmt


def compile_all(home: Path) -> int:
    """Make every .mo that is older than its .po; how many were made."""
    made = 0
    for source in home.glob("src/*/src/wilma/*/locales/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        part = target.with_suffix(".part")
        part.write_bytes(Msgfmt(source.open("rb"), name=source.stem).getAsFile().read())
        part.replace(target)
        made += 1
    return made
