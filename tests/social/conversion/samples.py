"""Files for the tests, made byte by byte: good ones of each kind, and bad ones of each trick."""

from io import BytesIO
from PIL import Image
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile

import struct
import zlib


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def zipped(members: dict[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """A ZIP of these members, in this order."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return out.getvalue()


def _ooxml(main: str, kind: str, members: dict[str, str | bytes]) -> bytes:
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Override PartName="/{main}" ContentType="{kind}.main+xml"/></Types>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}" Target="{main}"/></Relationships>'
    )
    return zipped({"[Content_Types].xml": types, "_rels/.rels": rels, **members})


def docx(body: str = "", **more: str | bytes) -> bytes:
    """A Word document: paragraph split into runs, tab, table, header, footnote."""
    body = body or (
        "<w:p><w:r><w:t>Gebühren</w:t></w:r><w:r><w:t>ordnung für </w:t></w:r>"
        "<w:r><w:t>Straßen</w:t><w:tab/><w:t>Anhang</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Zelleneins</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>Zellenzwei</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    part = '{HEAD}<w:{tag} xmlns:w="{W}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{tag}>'
    members = {
        "word/document.xml": document,
        "word/header1.xml": part.format(HEAD=HEAD, W=W, tag="hdr", text="Kopfzeilenwort"),
        "word/footnotes.xml": part.format(HEAD=HEAD, W=W, tag="footnotes", text="Fußnotenwort"),
    }
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _ooxml("word/document.xml", kind, members | more)


def pptx() -> bytes:
    """A presentation: a slide with its notes."""
    slide = (
        '{HEAD}<p:sld xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree><p:sp><p:txBody>'
        "<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
    )
    members = {
        "ppt/presentation.xml": f'{HEAD}<p:presentation xmlns:p="{P}"/>',
        "ppt/slides/slide1.xml": slide.format(HEAD=HEAD, P=P, A=A, text="Folienüberschrift"),
        "ppt/notesSlides/notesSlide1.xml": slide.format(HEAD=HEAD, P=P, A=A, text="Notizwörter"),
    }
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    return _ooxml("ppt/presentation.xml", kind, members)


def xlsx() -> bytes:
    """A table: a shared string, a string in its cell, the sheet's name."""
    members = {
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}"><sheets>'
        '<sheet name="Haushaltsblatt" sheetId="1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{S}"><si><r><t>Müll</t></r><r><t>gebühr</t></r>'
        "</si></sst>",
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{S}"><sheetData><row><c t="s"><v>0'
        '</v></c><c t="inlineStr"><is><t>Zellentext</t></is></c><c><v>4711</v></c></row>'
        "</sheetData></worksheet>",
    }
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _ooxml("xl/workbook.xml", kind, members)


def odt(body: str = "", **more: str | bytes) -> bytes:
    """An OpenDocument text with a picture of itself, as office programs put it in."""
    body = body or (
        "<text:p>Baum<text:span>schutz</text:span>verordnung<text:tab/>über<text:line-break/>"
        'Eschen<text:s text:c="2"/>und Grünflächen</text:p>'
    )
    content = (
        f'{HEAD}<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": f"{HEAD}<manifest:manifest "
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
        "Thumbnails/thumbnail.png": picture("PNG", (181, 256)),
    }
    return zipped(members | more, stored=("mimetype",))


def pdf(
    text: str = "Winterdienst für Gehwege und Straßen",
    *,
    pages: int = 1,
    box: str = "0 0 595 842",
    stream: bytes | None = None,
    trailer: str = "",
    extra: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF with this text on each page; `stream` replaces the page's compressed content."""
    if stream is None:
        lines = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)").split(b"\n")
        shown = b" T* ".join(b"(%s) Tj" % line for line in lines)
        stream = zlib.compress(b"BT /F1 24 Tf 30 TL 50 700 Td %s ET" % shown)
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R"
        "/Resources<</Font<</F1 3 0 R>>>>>>"
    ).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        *[page] * pages,
        *extra,
    ]
    return _assemble(objects, trailer.encode())


def _assemble(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def encrypted_pdf() -> bytes:
    """A PDF that wants a password: its check values fit none."""
    filler = b"<" + b"41" * 32 + b">"
    encryption = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O %s/U %s>>" % (filler, filler)
    return pdf(
        extra=(encryption,),
        trailer="/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff>"
        "<00112233445566778899aabbccddeeff>]",
    )


def pdf_of_huge_stream(size: int = 1300 << 20) -> bytes:
    """A few megabytes that unpack to `size` bytes, packed twice: some kilobytes."""
    packer = zlib.compressobj(1)
    chunk = b"0 0 m " * (1 << 16)
    inner = b"".join(packer.compress(chunk) for _ in range(size // len(chunk))) + packer.flush()
    outer = zlib.compress(inner, 9)
    plain = pdf(stream=outer)
    return plain.replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")


def zip_bomb_docx(size: int = 200 << 20) -> bytes:
    """A Word document whose main part unpacks to `size` bytes."""
    return docx("<w:p><w:r><w:t>" + "a " * (size // 2) + "</w:t></w:r></w:p>")


def entity_bomb_docx() -> bytes:
    """The billion laughs, and a file of the machine."""
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY host SYSTEM "file:///etc/passwd">'
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        bomb += f'<!ENTITY {name} "{f"&{before};" * 10}">'
    document = (
        f'{bomb}]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Vorne</w:t></w:r>'
        "<w:r><w:t>&host;&j;</w:t></w:r></w:p></w:body></w:document>"
    )
    return docx(**{"word/document.xml": document})


def picture(kind: str, size: tuple[int, int] = (1200, 900), **options) -> bytes:
    """A picture, red at the top left and blue elsewhere."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned_jpeg() -> bytes:
    """A photo taken upright (EXIF orientation 6), with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamerahersteller"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", (1200, 600), exif=exif)


def png_of_size(width: int, height: int) -> bytes:
    """A PNG of one colour in one bit a pixel: tiny, and huge when unpacked."""
    row = b"\0" + b"\0" * ((width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg_of_size(width: int, height: int) -> bytes:
    """A grey JPEG of this size."""
    out = BytesIO()
    Image.new("L", (width, height)).save(out, "JPEG", quality=10)
    return out.getvalue()
