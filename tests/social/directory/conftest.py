"""A small city of people whose names are hard to type."""

from wilma.social.directory.index import Index
from wilma.social.directory.interfaces import Entry
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.query import parse
from wilma.social.directory.search import Search
from wilma.social.directory.unit_names import UnitNames
from wilma.social.units.interfaces import Unit

import pytest


UNITS = (
    Unit("klima", "Referat für Klima- und Umweltschutz", "RKU", "/organisation/rku", None, None),
    Unit("energie", "Energie", "RKU-II", "/organisation/rku/energie", "klima", None),
    Unit("bau", "Baureferat", "BAU", "/organisation/bau", None, None),
    Unit("verkehr", "Verkehr", "BAU-V", "/organisation/bau/verkehr", "bau", None),
    Unit("it", "IT-Referat", "IT", "/organisation/it", None, None),
)


def entry(userid, fullname, family_name="", **known):
    """An entry; the family name is the last word unless it is given."""
    family_name = family_name or fullname.rpartition(" ")[2]
    known.setdefault("email", f"{userid}@wilma.example")
    return Entry(userid, fullname, family_name, **known)


PEOPLE = (
    entry("amira.yilmaz", "Amira Yılmaz", unit="energie", topics=("Photovoltaik",)),
    entry("amira.roth", "Amira Roth", unit="bau"),
    entry("anna.meier", "Anna Meier", unit="it", phone="+49 89 233-40521"),
    entry("bea.meyer", "Bea Meyer", unit="it", phone="089/233 52 100"),
    entry("carl.maier", "Carl Maier", unit="it"),
    entry("jo.mueller", "Jörg Müller", function="Sachbearbeitung Radwege", unit="verkehr"),
    entry("lea.kern", "Lea Kern", topics=("Radverkehr", "Verkehr"), unit="verkehr"),
    entry("sean.obrien", "Seán O'Brien", unit="it"),
    entry("zoe.lind", "Zoë Müller-Lindström", "Müller-Lindström", mobile="0171 5550199"),
    entry("goran.djuric", "Goran Đurić", unit="bau"),
    entry("mehmet.sahin", "Mehmet Şahin", unit="bau"),
    entry("ivana.kovacevic", "Ivana Kovačević", unit="klima"),
    entry("ibrahim.ince", "İbrahim İnce", unit="klima"),
    entry("karl.weiss", "Karl Weiß", unit="it", function="Administration"),
    entry("hans.vogel", "Hans Vogel", unit="it"),
    entry("jonas.adam", "Jonas Adam", unit="it"),
    entry("ru.levi", "רות לוי", "לוי", unit="it"),
)


@pytest.fixture(scope="session")
def index():
    """The index of the small city."""
    index = Index(UnitNames(UNITS))
    for person in PEOPLE:
        index.add(person)
    return index


@pytest.fixture
def find(index):
    """Search the small city: the userids, best first."""

    def find(q="", count=100, **limits):
        found, total = Search(index, parse(q, **limits)).first(count)
        assert total >= len(found)
        return [userid for *_order, userid in found]

    return find


@pytest.fixture
def directory(portal):
    """The directory of the site, with the small city in it, not committed."""
    directory = IDirectory(portal)
    for person in PEOPLE:
        directory.put(person)
    return directory
