"""An invented city of any size: who and what is in it, as plain data, the same at every run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from wilma.policy.bench.interfaces import Size

import random
import yaml


SEED = 20261124
# Everybody's, in cities that only the benchmark sees.
PASSWORD = "Servus-WiLMA-2026"  # noqa: S105
# Each department has divisions, each division sections.
DIVISIONS = 6
SECTIONS = 4
# Lists of words, by name.
LISTS = {
    name: words.split()
    for name, words in yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    ).items()
}


@dataclass(frozen=True)
class UnitSpec:
    """A unit: its key, the key of what is above it, id and title."""

    key: str
    parent: str | None
    id: str
    title: str


@dataclass(frozen=True)
class PersonSpec:
    """A person; the login is the id."""

    id: str
    given_name: str
    family_name: str
    unit: str
    function: str
    phone: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class ItemSpec:
    """A content item of a section: number, title, description, text of about 200 words."""

    id: str
    number: int
    title: str
    description: str
    text: str


class City:
    """What is in the city. `site` is where a part writes it, None where nothing is written."""

    def __init__(self, size: Size, site=None) -> None:
        self.size = size
        self.site = site
        # Key of a unit to its UID; the part of the units fills it.
        self.unit_uids: dict[str, str] = {}

    def units(self) -> Iterator[UnitSpec]:
        """Departments, divisions and sections, each after what is above it."""
        for number in range(self.size.departments):
            top = f"d{number:02}"
            yield UnitSpec(
                top,
                None,
                top,
                f"Referat {LISTS['first'][number % len(LISTS['first'])]}tal {number}",
            )
            for half in range(DIVISIONS):
                middle = f"{top}-{half}"
                yield UnitSpec(
                    middle, top, f"a{half}", f"Abteilung {LISTS['topics'][half]} {number}"
                )
                for part in range(SECTIONS):
                    title = f"Sachgebiet {LISTS['topics'][part + DIVISIONS]} {number}.{half}"
                    yield UnitSpec(f"{middle}-{part}", middle, f"s{part}", title)

    def people(self) -> Iterator[PersonSpec]:
        """Everybody, p00001 first."""
        chance = random.Random(SEED)  # noqa: S311
        keys = [unit.key for unit in self.units()]
        for number in range(1, self.size.people + 1):
            yield PersonSpec(
                id=f"p{number:05}",
                given_name=chance.choice(LISTS["given"]),
                family_name=chance.choice(LISTS["first"]) + chance.choice(LISTS["second"]),
                unit=chance.choice(keys),
                function=chance.choice(LISTS["functions"]),
                phone=f"0123 456-{number:05}",
                topics=tuple(chance.sample(LISTS["topics"], chance.randrange(3))),
            )

    def items(self, kind: str, how_many: int) -> Iterator[ItemSpec]:
        """Content of one kind, oldest first."""
        chance = random.Random(f"{SEED} {kind}")  # noqa: S311
        for number in range(how_many):
            title = " ".join(chance.choices(LISTS["words"], k=4))
            yield ItemSpec(
                id=f"{kind}-{number:05}",
                number=number,
                title=f"{title} {number}",
                description=" ".join(chance.choices(LISTS["words"], k=12)),
                text=" ".join(chance.choices(LISTS["words"], k=200)),
            )
