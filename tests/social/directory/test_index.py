"""People come and go, and units get other names."""

from tests.social.directory.conftest import entry
from tests.social.directory.conftest import UNITS
from wilma.social.directory.index import Index
from wilma.social.directory.phones import digits_of
from wilma.social.directory.query import parse
from wilma.social.directory.search import Search
from wilma.social.directory.unit_names import UnitNames
from wilma.social.units.interfaces import Unit

import pytest


def find(index, q):
    found, total = Search(index, parse(q)).first(10)
    return [userid for *_order, userid in found], total


@pytest.fixture
def index():
    index = Index()
    index.add(entry("nele", "Nele Haas", phone="233-100", topics=("Vergabe",)))
    index.add(entry("paul", "Paul Haas"))
    return index


def test_who_is_taken_out_is_nowhere(index):
    index.remove("nele")

    assert [find(index, q) for q in ("nele", "233100", "vergabe")] == [([], 0)] * 3
    assert find(index, "haas") == (["paul"], 1)
    assert find(index, "") == (["paul"], 1)
    assert len(index) == 1


def test_a_new_name_replaces_the_old_one(index):
    index.add(entry("nele", "Nele Lorenz", phone="233-200"))

    assert find(index, "haas") == (["paul"], 1)
    assert find(index, "lorenz") == (["nele"], 1)
    assert find(index, "233100") == ([], 0)
    assert find(index, "vergabe") == ([], 0)


def test_who_comes_back_is_found_once(index):
    index.remove("nele")
    index.add(entry("nele", "Nele Haas"))

    assert find(index, "haas") == (["nele", "paul"], 2)


def test_who_is_unknown_can_be_taken_out_too(index):
    index.remove("nobody")

    assert len(index) == 2


def test_thousands_come_at_once_and_one_by_one(index):
    for number in range(3000):
        index.add(entry(f"u{number}", f"Max Muster{number:04}"))
    assert find(index, "muster2999")[0][0] == "u2999"

    index.add(entry("late", "Lea Muster15"))

    assert find(index, "muster15")[0][0] == "late"
    assert len(index) == 3003


def test_an_index_is_worn_when_many_are_gone(index):
    assert not index.worn
    for number in range(2001):
        index.add(entry("nele", f"Nele Haas{number}"))

    assert index.worn


def test_a_ring_of_units_does_not_hang():
    ring = [Unit("a", "Anfang", "", "/a", "b", None), Unit("b", "Rand", "", "/b", "a", None)]

    assert UnitNames(ring).covered("a") == {"a", "b"}


def test_units_with_new_names_find_their_people_by_them():
    index = Index(UnitNames(UNITS))
    index.add(entry("nele", "Nele Haas", unit="energie"))
    assert find(index, "wasserstoff") == ([], 0)

    index.use(UnitNames([*UNITS[:1], Unit("energie", "Wasserstoff", "", "/e", "klima", None)]))

    assert find(index, "wasserstoff") == (["nele"], 1)
    assert find(index, "klima") == (["nele"], 1)


@pytest.mark.parametrize(
    "phone",
    ["+49 89 233-521", "0049 89 233521", "089/233 521", "(089) 233-521", "+49 (0)89 233 521"],
)
def test_numbers_are_compared_by_what_does_not_vary(phone):
    assert digits_of(phone) == "89233521"
