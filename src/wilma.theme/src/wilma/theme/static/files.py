"""The built files, read once into memory, with what a server needs to send them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import gzip
import json


BUILT = Path(__file__).parent / "built"
PLACE = "++resource++wilma"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class StaticFile:
    """Bytes and type of a built file; `gzipped` is None where compressing gains nothing."""

    content_type: str
    body: bytes
    gzipped: bytes | None


@cache
def manifest() -> dict[str, str]:
    """{name in the source: name with hash}, as the build wrote it."""
    return json.loads((BUILT / "manifest.json").read_text())


@cache
def served() -> dict[str, StaticFile]:
    """{name with hash: file}. Nothing else is ever served, so a name cannot leave the folder."""
    return {name: _read(name) for name in manifest().values()}


def url_of(portal_url: str, name: str) -> str:
    """Address of a built file by its name in the source. Raises KeyError for unknown names."""
    return f"{portal_url}/{PLACE}/{manifest()[name]}"


def _read(name):
    path = BUILT / name
    body = path.read_bytes()
    packed = None if path.suffix == ".woff2" else gzip.compress(body, 9, mtime=0)
    return StaticFile(TYPES[path.suffix], body, packed)
