"""The data files by themselves, without a site."""

from wilma.policy.demo import source

import magic
import pytest
import re


# Put together here, so that the words stand nowhere.
SECRET = ("quitten" + "baum", "raum-" + "7f3a9c", "vertrauliche personal" + "sache")
FILES = sorted(path for path in source.DATA.rglob("*") if path.is_file())
MIME = {
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".webp": "image/webp",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _items(entries):
    for entry in entries:
        yield entry
        yield from _items(entry.get("items", ()))


PEOPLE = source.people()
ITEMS = [item for section in source.sections() for item in _items(section["entries"])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_secret_room_and_filler_text_stand_nowhere(path):
    text = path.read_bytes().decode("utf-8", "ignore").lower()

    assert not [word for word in (*SECRET, "lorem", "ipsum dolor") if word in text]


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix in MIME], ids=lambda path: path.name
)
def test_a_file_is_what_its_name_says_and_small(path):
    data = path.read_bytes()

    assert magic.from_buffer(data, mime=True) == MIME[path.suffix]
    assert len(data) < 75_000


def test_a_portrait_is_small():
    assert max(path.stat().st_size for path in FILES if path.suffix == ".webp") < 15_000


def test_every_picture_and_document_is_used_once():
    named = [item[key] for item in ITEMS for key in ("image", "file") if key in item]
    named += [f"{person['id']}.webp" for person in PEOPLE if "look" in person]

    assert sorted(named) == sorted(path.name for path in FILES if path.suffix in MIME)


def test_ids_are_short_words():
    assert not [item["id"] for item in ITEMS if not re.fullmatch(r"[a-z0-9-]{2,40}", item["id"])]


def test_long_texts_are_structured():
    long = [item for item in ITEMS if len(item.get("text", "").split()) > 120]

    assert len(long) > 40
    assert not [item["id"] for item in long if "<h2>" not in item["text"]]


def _units(units, above=""):
    for unit in units:
        path = f"{above}/{unit['id']}".lstrip("/")
        yield path, unit
        yield from _units(unit.get("units", ()), path)


UNITS = dict(_units(source.units()))


def test_sixty_people_in_twelve_departments():
    assert len({person["id"] for person in PEOPLE}) == len(PEOPLE) == 60
    assert {person["unit"].split("/")[0] for person in PEOPLE} == {
        path for path in UNITS if "/" not in path
    }
    assert len(source.units()) == 12
    assert [path for path in UNITS if not any(p["unit"].startswith(path) for p in PEOPLE)] == []


def test_people_and_heads_are_who_and_where_they_are_said_to_be():
    ids = {person["id"] for person in PEOPLE}

    assert {unit["head"] for unit in UNITS.values() if "head" in unit} <= ids
    assert {person["unit"] for person in PEOPLE} <= set(UNITS)


def test_ids_are_made_of_the_names():
    plain = str.maketrans("ıİşğçéćčđšžầạàöüä ", "iisgceccdszaaaoua-")
    for person in PEOPLE:
        if person["id"] == "site.admin":
            continue
        name = f"{person['given_name']}.{person['family_name']}".lower()
        umlauts = name.replace("ö", "oe").replace("ü", "ue").replace("ä", "ae")
        assert person["id"] == umlauts.translate(plain)


def test_numbers_and_addresses_are_nobody_s():
    numbers = [
        e[key] for e in (*PEOPLE, *UNITS.values()) for key in ("phone", "mobile") if key in e
    ]
    mails = [unit["email"] for unit in UNITS.values()]

    assert len(set(numbers)) == len(numbers)
    assert [n for n in numbers if not re.fullmatch(r"089 99998-\d{3}|0171 39200-\d{2}", n)] == []
    assert [mail for mail in mails if not mail.endswith("@wilma.example")] == []


def test_a_topic_leads_to_somebody():
    asked = {topic for person in PEOPLE for topic in person["topics"]}
    riders = [person for person in PEOPLE if "Radwege" in person["topics"]]

    assert len(asked) > 150
    assert [person["unit"] for person in riders] == ["mobilitaet/radverkehr"]
    assert [p["id"] for p in PEOPLE if "look" not in p] == ["georg.wagner"]
