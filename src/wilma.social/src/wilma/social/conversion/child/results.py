"""What a conversion made, in files of the working folder. Each appears whole, or not at all.

text          UTF-8
preview.webp  a picture
size          "WIDTH HEIGHT" of the picture
failed        one word: why there is not more
note          "open": the kernel did not let us shut out network and files
"""

from PIL import WebPImagePlugin  # noqa: F401 - Pillow would look for it on disk later
from wilma.social.conversion.limits import LONGEST_TEXT
from wilma.social.conversion.limits import PREVIEW_HEIGHT
from wilma.social.conversion.limits import PREVIEW_WIDTH

import io
import os
import re


# Signs of control, halves of pairs, and what is no letter in any script.
NOISE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\xad]+")
BLANKS = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\s*\n\s*")


class Unreadable(Exception):
    """The file cannot be read: `encrypted`, `broken`, `empty` or `limit`."""


class Results:
    """Writes into the working folder."""

    def text(self, text: str) -> None:
        """Keep the text, without noise, cut to what is kept."""
        tidy = LINES.sub("\n", BLANKS.sub(" ", NOISE.sub("", text))).strip()
        self._write("text", tidy[:LONGEST_TEXT].encode())

    def preview(self, image) -> None:
        """Keep a picture (of Pillow), made small; nothing of it but its pixels."""
        image.thumbnail((PREVIEW_WIDTH, PREVIEW_HEIGHT))
        if image.mode not in ("RGB", "RGBA"):
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        out = io.BytesIO()
        image.save(out, "WEBP", quality=80, exif=b"", icc_profile=b"", xmp=b"")
        self._write("preview.webp", out.getvalue())
        self._write("size", f"{image.width} {image.height}".encode())

    def fail(self, reason: str) -> None:
        """Say why there is not more."""
        self._write("failed", reason.encode())

    def note(self, text: str) -> None:
        """Say something about how it was done."""
        self._write("note", text.encode())

    def _write(self, name: str, data: bytes) -> None:
        with open(f"{name}.part", "wb") as file:
            file.write(data)
        os.replace(f"{name}.part", name)
