"""Office documents (OOXML and OpenDocument): text, and the picture that lies in them.

By zip and expat alone. Libraries for these formats give paragraphs and lose tables, notes, headers
(python-docx, odfpy); for a search the order of elements on the page matters little. expat reads a
stream, keeps nothing, opens no other file; a document type (entities) ends it.
"""

from collections.abc import Iterator
from wilma.social.conversion.child import picture
from wilma.social.conversion.child.results import Results
from wilma.social.conversion.child.results import Unreadable
from wilma.social.conversion.child.words import Words
from wilma.social.conversion.limits import ENOUGH_SECONDS
from wilma.social.conversion.limits import LARGEST_THUMBNAIL
from wilma.social.conversion.limits import LONGEST_TEXT
from wilma.social.conversion.limits import MOST_XML
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile
from zipfile import ZipFile

import io
import re
import time
import zlib


CHUNK = 1 << 16
# Where text lies, in the order of interest; several of a kind have numbers.
PARTS = (
    "content",
    "word/document",
    "xl/workbook",
    "xl/sharedStrings",
    "xl/worksheets/sheet",
    "ppt/slides/slide",
    "ppt/notesSlides/notesSlide",
    "word/footnotes",
    "word/endnotes",
    "word/header",
    "word/footer",
    "styles",
)
PART = re.compile(r"(.+?)(\d{0,6})\.xml")
THUMBNAILS = ("Thumbnails/thumbnail.png", "docProps/thumbnail.jpeg", "docProps/thumbnail.jpg")
# An encrypted OOXML document is no ZIP but this.
COMPOUND = b"\xd0\xcf\x11\xe0"


def convert(source, results: Results) -> None:
    """Raises Unreadable, OSError."""
    if source.read(len(COMPOUND)) == COMPOUND:
        raise Unreadable("encrypted")
    try:
        with ZipFile(source) as archive:
            names = archive.namelist()
            _refuse_encrypted(archive, names)
            _text(archive, names, results)
            _thumbnail(archive, names, results)
    except (BadZipFile, ExpatError, zlib.error, EOFError, KeyError, ValueError):
        raise Unreadable("broken") from None
    except (NotImplementedError, RuntimeError):
        # A password of ZIP, or a way to pack that no office program uses.
        raise Unreadable("encrypted") from None


def _refuse_encrypted(archive, names) -> None:
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as member:
            if b"encryption-data" in member.read(1 << 20):
                raise Unreadable("encrypted")


def _text(archive, names, results) -> None:
    parts = sorted({name for name in names if _rank(name) is not None}, key=_rank)
    if not parts:
        raise Unreadable("broken")
    words = Words()
    try:
        _read(archive, parts, words)
    finally:
        # Whatever happens behind them, these words are the document's.
        results.text(words.text())


def _read(archive, parts, words) -> None:
    budget = MOST_XML
    end = time.process_time() + ENOUGH_SECONDS
    for name in parts:
        for chunk in _chunks(archive, name):
            budget -= len(chunk)
            if budget < 0 or time.process_time() > end:
                raise Unreadable("limit")
            words.feed(chunk)
            if words.length > LONGEST_TEXT:
                return
        words.end()


def _chunks(archive, name) -> Iterator[bytes]:
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            yield chunk


def _rank(name) -> tuple[int, int] | None:
    found = PART.fullmatch(name)
    if found is None or found[1] not in PARTS:
        return None
    return PARTS.index(found[1]), int(found[2] or 0)


def _thumbnail(archive, names, results) -> None:
    name = next((name for name in THUMBNAILS if name in names), None)
    if name is None:
        return
    with archive.open(name) as member:
        data = member.read(LARGEST_THUMBNAIL + 1)
    if len(data) > LARGEST_THUMBNAIL:
        return
    try:
        results.preview(picture.small(io.BytesIO(data)))
    except (Unreadable, OSError):
        # The document itself is fine.
        return
