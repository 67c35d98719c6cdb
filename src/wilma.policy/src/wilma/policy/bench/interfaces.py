"""The contract of the benchmark: what a feature adds to the cities, and what it wants measured."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Size:
    """How much of everything a city has. Later features add a field each."""

    name: str
    people: int
    departments: int
    news: int
    pages: int
    events: int
    # Notifications of those who look, and entries for everybody.
    notifications: int
    broadcasts: int


@dataclass(frozen=True)
class Call:
    """One request that is measured. `most` is the goal: multiples of an empty view, or None."""

    name: str
    path: str
    json: bool = False
    # Who asks: a login of the city, None for nobody.
    login: str | None = "p00001"
    method: str = "GET"
    body: dict | None = None
    # Goals of what it costs in the large city.
    most_times_empty: float | None = None
    most_ms: float | None = None
    headers: dict = field(default_factory=dict)


class IBenchPart(Interface):
    """Named utility: what one feature adds. Registered in the ZCML of the bench room."""

    order = Attribute("Parts with a lower number are built first")

    def build(city, say: Callable[[str], None]) -> None:
        """Write the feature's data directly into its storages; `city` is a `city.City`.

        What is written must equal what the API would have written: a test compares both.
        """

    def calls(city) -> Iterable[Call]:
        """What is to be measured, in every city alike."""
