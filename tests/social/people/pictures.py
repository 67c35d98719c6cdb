"""Real picture files of every unpleasant kind, made when they are needed."""

from io import BytesIO
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

import struct
import zlib


# Words that must not be found in any byte that is kept.
SECRET = b"Geheimer Ort am Quittenbaum"
LEFT, RIGHT = (200, 30, 30), (30, 30, 200)


def two_halves(size=(800, 400), mode="RGB"):
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, LEFT)
    image.paste(RIGHT, (size[0] // 2, 0, *size))
    return image.convert(mode)


def save(image, kind, **kw):
    """The bytes of a file."""
    data = BytesIO()
    image.save(data, kind, **kw)
    return data.getvalue()


def with_place(orientation=1, size=(800, 400)):
    """A JPEG as a phone makes it: GPS, camera, comment, and turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", tuple(IFDRational(n) for n in (48, 8, 14))
    gps[3], gps[4] = "E", tuple(IFDRational(n) for n in (11, 34, 31))
    gps[27] = SECRET
    return save(two_halves(size), "JPEG", exif=exif, comment=SECRET, quality=95)


def bomb(width=10_000, height=8_000):
    """A PNG of 80 megapixels in some 80 KB: one grey, packed."""
    row = b"\0" + b"\x80" * width
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def polyglot():
    """A JPEG that is a page with a script as well, and an archive behind its end."""
    page = b"<html><script>alert('" + SECRET + b"')</script></html>"
    return save(two_halves(), "JPEG", comment=page) + b"PK\x03\x04" + page


def animated():
    """A GIF of two pictures."""
    frames = [two_halves(mode="P"), Image.new("P", (800, 400))]
    return save(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=SECRET)


def see_through():
    """A PNG that is transparent but for a red middle, with text in it."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((*LEFT, 255), (150, 150, 250, 250))
    return save(image, "PNG")


def of_a_phone():
    """The beginning of a HEIC file."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 300
