"""Files are judged by what they hold, whichever way they come."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from wilma.policy.uploads.check import check
from wilma.policy.uploads.interfaces import UploadRefused

import pytest


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\0" * 200 + b"PE\0\0"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'


@pytest.mark.parametrize(
    ("name", "declared", "data", "found"),
    [
        ("antrag.pdf", "application/pdf", PDF, "application/pdf"),
        ("antrag.txt", "text/plain", PDF, "application/pdf"),
        ("liste.csv", "text/csv", b"Name;Zimmer\nHuber;12\n", "text/csv"),
        ("seite.html", "text/html", b"Nur ein Satz ohne Auszeichnung.\n", "text/plain"),
    ],
)
def test_the_type_is_what_the_file_holds(portal, name, declared, data, found):
    assert check(NamedBlobFile(data, contentType=declared, filename=name)) == found


@pytest.mark.parametrize("data", [EXE, HTML, SVG, b"#!/bin/sh\nrm -rf /\n"])
@pytest.mark.parametrize("name", ["antrag.pdf", "bild.png"])
def test_what_is_not_listed_is_refused_under_any_name(portal, name, data):
    upload = NamedBlobFile(data, contentType="application/pdf", filename=name)

    with pytest.raises(UploadRefused) as refused:
        check(upload)

    assert name in str(refused.value)


def test_too_large_is_refused(portal):
    api.portal.set_registry_record("wilma.uploads.max_megabytes", 1)
    upload = NamedBlobFile(PDF + b"\0" * 1024 * 1024, filename="gross.pdf")

    with pytest.raises(UploadRefused, match="gross.pdf"):
        check(upload)


def test_content_with_a_forbidden_file_is_not_made(make):
    with pytest.raises(UploadRefused):
        make("File", title="Trojaner", file=NamedBlobFile(EXE, filename="antrag.pdf"))


def test_a_picture_field_takes_pictures_only(make):
    with pytest.raises(UploadRefused):
        make("Image", title="Bild", image=NamedBlobImage(PDF, filename="bild.png"))


def test_the_stored_type_follows_the_bytes(make):
    upload = NamedBlobFile(PDF, contentType="text/html", filename="antrag.html")

    made = make("File", title="Antrag", file=upload)

    assert made.file.contentType == "application/pdf"
