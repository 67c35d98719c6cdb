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
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _items(entries):
    for entry in entries:
        yield entry
        yield from _items(entry.get("items", ()))


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


def test_every_picture_and_document_is_used_once():
    named = [item[key] for item in ITEMS for key in ("image", "file") if key in item]

    assert sorted(named) == sorted(path.name for path in FILES if path.suffix in MIME)


def test_ids_are_short_words():
    assert not [item["id"] for item in ITEMS if not re.fullmatch(r"[a-z0-9-]{2,40}", item["id"])]


def test_long_texts_are_structured():
    long = [item for item in ITEMS if len(item.get("text", "").split()) > 120]

    assert len(long) > 40
    assert not [item["id"] for item in long if "<h2>" not in item["text"]]
