"""Pictures of office documents by LibreOffice, on machines that have it."""

from tests.social.conversion import samples
from wilma.social.conversion import printing

import pytest


ODT = "application/vnd.oasis.opendocument.text"
needs_programs = pytest.mark.skipif(
    printing.programs() is None, reason="no LibreOffice and bubblewrap on this machine"
)


@pytest.fixture
def printed(tmp_path):
    def printed(data, content_type=ODT):
        (tmp_path / "upload").write_bytes(data)
        with (tmp_path / "upload").open("rb") as source:
            return printing.picture_of(source, content_type)

    return printed


def test_without_the_programs_there_is_no_picture(printed, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert printed(samples.odt()) is None


def test_nothing_but_office_documents_is_printed(printed):
    assert printed(samples.pdf(), "application/pdf") is None
    assert printed(b"Text", "text/plain") is None


@needs_programs
def test_a_document_looks_like_its_first_page(printed):
    made = printed(samples.odt())

    assert (made.width, made.height) == (800, 1132)
    assert "Grünflächen" in made.text


@needs_programs
def test_a_document_shows_no_file_of_the_machine(printed):
    source = 'xlink:href="file:///etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"'
    section = f'<text:section text:name="s"><text:section-source {source}/></text:section>'

    made = printed(samples.odt(f"{section}<text:p>Schluss</text:p>"))

    assert made.text == "Schluss"


@needs_programs
def test_a_broken_document_has_no_picture(printed):
    assert printed(samples.zipped({"mimetype": ODT})) is None
