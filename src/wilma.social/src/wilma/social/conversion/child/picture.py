"""Pictures: made small and upright, with nothing of what the camera wrote into them."""

from PIL import BmpImagePlugin  # noqa: F401 - plugins: Pillow would look for them on disk later
from PIL import GifImagePlugin  # noqa: F401
from PIL import Image
from PIL import ImageOps
from PIL import JpegImagePlugin  # noqa: F401
from PIL import MpoImagePlugin  # noqa: F401
from PIL import PngImagePlugin  # noqa: F401
from PIL import TiffImagePlugin  # noqa: F401
from wilma.social.conversion.child.results import Results
from wilma.social.conversion.child.results import Unreadable
from wilma.social.conversion.limits import MOST_PIXELS
from wilma.social.conversion.limits import PREVIEW_HEIGHT

import copy  # noqa: F401 - of GIF
import zlib


# Nothing else is tried, whatever the file claims to be.
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


def convert(source, results: Results) -> None:
    """Raises Unreadable, OSError."""
    results.preview(small(source))


def small(source):
    """The picture, about as large as a preview. Raises Unreadable, OSError."""
    try:
        # Pillow's own limit warns; ours is asked before a single pixel is unpacked.
        Image.MAX_IMAGE_PIXELS = None
        image = Image.open(source, formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise Unreadable("limit")
        # A JPEG is unpacked small at once.
        image.draft("RGB", (PREVIEW_HEIGHT, PREVIEW_HEIGHT))
        if image.mode in ("P", "1", "I", "I;16", "F"):
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        image.thumbnail((PREVIEW_HEIGHT, PREVIEW_HEIGHT))
        return ImageOps.exif_transpose(image)
    except (SyntaxError, ValueError, EOFError, KeyError, zlib.error):
        raise Unreadable("broken") from None
