"""The converter on real files, good and bad, each in its own process with its limits."""

from PIL import Image
from tests.social.conversion import samples
from wilma.social.conversion.limits import LONGEST_TEXT
from wilma.social.conversion.limits import WALL_SECONDS
from wilma.social.conversion.sandbox import convert

import io
import pytest
import time


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
PDF = "application/pdf"


@pytest.fixture
def made(tmp_path):
    """Convert bytes of a type; it must end within the limit."""

    def made(data, content_type):
        file = tmp_path / "upload"
        file.write_bytes(data)
        started = time.monotonic()
        with file.open("rb") as source:
            result = convert(source, content_type)
        assert time.monotonic() - started < WALL_SECONDS
        return result

    return made


@pytest.mark.parametrize(
    ("data", "content_type", "words"),
    [
        (samples.pdf("Straßen für\nGrund\xad\nstücke"), PDF, "Straßen für Grundstücke"),
        (
            samples.docx(),
            DOCX,
            "Gebührenordnung für Straßen Anhang Zelleneins Zellenzwei Fußnotenwort Kopfzeilenwort",
        ),
        (samples.odt(), ODT, "Baumschutzverordnung über Eschen und Grünflächen"),
        (
            samples.pptx(),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "Folienüberschrift Notizwörter",
        ),
        (
            samples.xlsx(),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Haushaltsblatt Müllgebühr Zellentext 4711",
        ),
        ("Grüße aus dem Amt".encode(), "text/plain", "Grüße aus dem Amt"),
        ("Größe;Maß\n".encode("cp1252"), "text/csv", "Größe;Maß"),
        ("Änderung".encode("utf-16"), "text/plain", "Änderung"),
    ],
)
def test_words_are_read(made, data, content_type, words):
    result = made(data, content_type)

    assert (" ".join(result.text.split()), result.reason) == (words, "")


def test_what_was_deleted_in_a_document_is_not_read(made):
    gone = "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
    word = f"<w:p><w:r><w:t>bleibt</w:t></w:r>{gone}</w:p>"
    gone = "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes>"
    office = f"{gone}<text:p>bleibt</text:p>"

    assert made(samples.docx(word), DOCX).text == "bleibt\nFußnotenwort\nKopfzeilenwort"
    assert made(samples.odt(office), ODT).text == "bleibt"


def test_a_pdf_gets_a_picture_of_its_first_page(made):
    result = made(samples.pdf(), PDF)

    assert (result.width, result.height) == (800, 1132)
    picture = Image.open(io.BytesIO(result.preview)).convert("L")
    assert picture.size == (800, 1132)
    # Black letters on white.
    assert picture.getextrema()[0] < 64
    assert picture.getextrema()[1] > 250


def test_an_office_document_gets_the_picture_that_lies_in_it(made):
    word = samples.docx(**{"docProps/thumbnail.jpeg": samples.picture("JPEG", (200, 280))})

    assert (made(word, DOCX).width, made(word, DOCX).height) == (200, 280)
    assert (made(samples.odt(), ODT).width, made(samples.odt(), ODT).height) == (181, 256)


def test_a_broken_picture_in_a_document_does_not_matter(made):
    result = made(samples.docx(**{"docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0"}), DOCX)

    assert (result.preview, result.reason) == (b"", "")
    assert "Gebührenordnung" in result.text


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "JPEG"])
def test_pictures_are_made_small(made, kind):
    result = made(samples.picture(kind), f"image/{kind.lower()}")

    assert (result.width, result.height, result.text, result.reason) == (800, 600, "", "")


def test_a_photo_stands_upright_and_tells_nothing_of_its_place(made):
    photo = samples.turned_jpeg()

    result = made(photo, "image/jpeg")

    assert b"Kamerahersteller" in photo
    picture = Image.open(io.BytesIO(result.preview))
    assert (picture.size, dict(picture.getexif())) == ((566, 1132), {})
    assert b"Kamerahersteller" not in result.preview
    # The red corner was at the top left before it was turned.
    red, _green, blue = picture.convert("RGB").getpixel((560, 5))
    assert red > 200
    assert blue < 60


def test_an_unknown_type_is_left_alone(made):
    assert made(b"MZ", "application/x-dosexec").reason == "unsupported"


@pytest.mark.parametrize("content_type", [PDF, DOCX, ODT, "image/png", "text/plain"])
def test_an_empty_file(made, content_type):
    assert made(b"", content_type).reason == "empty"


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (samples.pdf()[:200], PDF),
        (samples.docx()[:300], DOCX),
        (samples.zipped({"readme.txt": "kein Schriftstück"}), DOCX),
        (samples.docx("<w:p>"), DOCX),
        (samples.picture("PNG")[:100], "image/png"),
        (samples.picture("JPEG")[:100], "image/jpeg"),
        (b"<html>", PDF),
    ],
)
def test_a_broken_file(made, data, content_type):
    result = made(data, content_type)

    assert (result.text, result.preview, result.reason) == ("", b"", "broken")


def test_encrypted_files(made):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"

    assert made(samples.encrypted_pdf(), PDF).reason == "encrypted"
    assert made(samples.odt(**{"META-INF/manifest.xml": manifest}), ODT).reason == "encrypted"
    assert made(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, DOCX).reason == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        samples.pdf(pages=100_000),
        samples.pdf().replace(b"/Count 1", b"/Count 2000000000"),
        samples.pdf(box="0 0 1e9 1e9"),
        samples.pdf(box="0 0 1 1000000"),
        samples.pdf(box="0 0 0 0"),
    ],
    ids=["many pages", "false count", "huge", "narrow", "nothing"],
)
def test_a_pdf_bomb_of_pages_and_boxes(made, data):
    result = made(data, PDF)

    assert result.text.startswith("Winterdienst für Gehwege und Straßen")
    assert result.width <= 801
    assert result.height <= 1132


def test_a_pdf_bomb_of_a_stream(made):
    bomb = samples.pdf_of_huge_stream()

    result = made(bomb, PDF)

    assert len(bomb) < 100_000
    assert (result.text, result.preview) == ("", b"")
    assert result.reason in ("limit", "crash")


def test_a_zip_bomb(made):
    bomb = samples.zip_bomb_docx()

    result = made(bomb, DOCX)

    assert len(bomb) < 2_000_000
    assert len(result.text) == LONGEST_TEXT


def test_a_zip_bomb_without_words(made):
    bomb = samples.docx("<w:r/>" * (20 << 20))

    assert made(bomb, DOCX).reason == "limit"


def test_an_entity_bomb_reads_no_file_of_the_machine(made):
    result = made(samples.entity_bomb_docx(), DOCX)

    assert (result.text, result.reason) == ("", "broken")


def test_a_file_of_two_kinds_is_what_it_is_stored_as(made):
    both = samples.pdf("Vorderseite") + samples.docx()
    painted = samples.picture("PNG") + b"<html><script>alert(1)</script>"

    assert made(both, PDF).text == "Vorderseite"
    assert made(painted, "image/png").reason == ""
    assert b"script" not in made(painted, "image/png").preview


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (samples.png_of_size(10_000, 8_000), "image/png"),
        (samples.jpeg_of_size(10_000, 8_000), "image/jpeg"),
    ],
)
def test_a_picture_of_80_megapixels(made, data, content_type):
    result = made(data, content_type)

    assert (result.width, result.height, result.reason) == (800, 640, "")


def test_a_picture_of_ten_gigapixels(made):
    assert made(samples.png_of_size(100_000, 100_000), "image/png").reason == "limit"
