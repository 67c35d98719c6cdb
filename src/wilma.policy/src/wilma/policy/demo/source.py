"""The data files of the demo city: one YAML file a section, pictures and documents beside them."""

from pathlib import Path

import yaml


DATA = Path(__file__).parent / "data"

# The one in C reads ten times as fast; not everywhere built.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A link points to something that is there: what others link to comes first.
SECTIONS = ("services", "info", "wissen", "termine", "aktuelles")


def people() -> list[dict]:
    """Return the people of the demo city, each with account and profile."""
    return _read("people")["people"]


def units() -> list[dict]:
    """Return the tree of units: what is below a unit is its `units`."""
    return _read("units")["units"]


def sections() -> list[dict]:
    """Return the sections in the order in which they are made."""
    return [{"id": name, **_read(name)} for name in SECTIONS]


def blob(kind: str, name: str) -> bytes:
    """Return a file of the data folder; `kind` is `images`, `files` or `portraits`."""
    return (DATA / kind / name).read_bytes()


def _read(name):
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - both are safe ones
