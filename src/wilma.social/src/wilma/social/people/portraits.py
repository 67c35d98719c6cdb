"""Portraits: whatever comes in ends as a square JPEG that holds a picture and nothing else.

The picture is drawn anew from its pixels. So where and when it was taken, thumbnails, comments and
whatever else a file can carry stay behind.
"""

from dataclasses import dataclass
from io import BytesIO
from PIL import Image
from PIL import ImageCms
from PIL import ImageOps
from PIL import UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from threading import Lock
from wilma.social import _
from zope.schema import ValidationError

import math


FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
# What phones take. Only JPEG can be decoded at half the size.
MOST_PIXELS_OF_JPEG = 50_000_000
# What is decoded at most: four bytes each, in some four copies while it is drawn anew.
MOST_PIXELS = 12_600_000
LARGEST_SIDE = 1200
QUALITY = 88
# Made when the picture is stored, since who looks at it must not write.
SIDES = (64, 128, 256, 512)
HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
ONE_AT_A_TIME = Lock()
# What Pillow raises for files that are no, or no whole, picture.
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


class NoPicture(ValidationError):
    __doc__ = _("This is no picture that can be read. Please choose a JPEG, PNG, WebP or GIF file.")


class PictureOfAPhone(ValidationError):
    __doc__ = _(
        "Pictures of the type HEIC cannot be read. Please choose a JPEG file; phones offer it "
        "as the most compatible format."
    )


class TooManyPixels(ValidationError):
    __doc__ = _(
        "This picture is too large: a JPEG file may have 50 megapixels, any other picture 12."
    )


@dataclass(frozen=True)
class Box:
    """A part of a picture as it is seen: shares of its width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def read(cls, numbers):
        """Give the box of four numbers; None for anything else."""
        try:
            box = cls(*map(float, numbers))
        except (TypeError, ValueError):
            return None
        sides = (box.left, box.top, box.right, box.bottom)
        sound = all(math.isfinite(side) and 0 <= side <= 1 for side in sides)
        return box if sound and box.left < box.right and box.top < box.bottom else None


class Upload(NamedBlobImage):
    """A picture as it came. Unlike its base it does not turn, and so decode, what nobody checked.

    `box` is the part that was chosen: anything with left, top, right and bottom, or None.
    """

    box = None

    def __init__(self, data=b"", contentType="", filename=None):
        NamedBlobFile.__init__(self, data, contentType=contentType, filename=filename)


class Portrait(NamedBlobImage):
    """A picture that was drawn anew."""


def check(picture) -> None:
    """Look at the head of the file alone. Raises NoPicture, PictureOfAPhone, TooManyPixels."""
    with picture.open() as stream:
        if stream.read(12)[8:] in HEIC:
            raise PictureOfAPhone()
        stream.seek(0)
        image = _open(stream)
    # Of several pictures, too, the first one is read: MPO is a kind of JPEG.
    most = MOST_PIXELS_OF_JPEG if isinstance(image, JpegImageFile) else MOST_PIXELS
    if image.width * image.height > most:
        raise TooManyPixels()


def draw_anew(picture) -> Portrait:
    """Give the square of the picture, 1200 pixels wide at most; errors as `check`.

    One at a time in a process: others wait, so that memory does not grow with them.
    """
    check(picture)
    with ONE_AT_A_TIME, picture.open() as stream:
        try:
            image = _square(_open(stream), getattr(picture, "box", None))
        except BROKEN as error:
            raise NoPicture() from error
        data = BytesIO()
        image.save(data, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Portrait(data.getvalue(), contentType="image/jpeg", filename="portrait.jpg")


def _open(stream):
    try:
        return Image.open(stream, formats=FORMATS)
    except (UnidentifiedImageError, *BROKEN) as error:
        raise NoPicture() from error


def _square(image, box):
    _read_smaller(image)
    image = ImageOps.exif_transpose(_opaque(image))
    image = image.crop(_pixels(image.size, box))
    if image.width > LARGEST_SIDE:
        image = image.resize((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    # Pillow takes comments along from picture to picture, and into the file.
    alone = Image.new("RGB", image.size)
    alone.paste(image)
    return alone


def _read_smaller(image):
    # JPEG can be decoded at half the size and less; other formats ignore this.
    sides = [2 * LARGEST_SIDE] * 2
    if image.width * image.height > MOST_PIXELS:
        # At half, whatever its shape.
        sides = [min(side, size // 2) for side, size in zip(sides, image.size, strict=True)]
    image.draft("RGB", sides)


def _opaque(image):
    profile, orientation = image.info.get("icc_profile"), image.getexif()
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    elif profile and image.mode == "RGB":
        image = _in_usual_colours(image, profile)
    image = image.convert("RGB")
    # Kept until the picture is turned.
    image.getexif().update(orientation)
    return image


def _in_usual_colours(image, profile):
    try:
        usual = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(BytesIO(profile)), usual)
    except (ImageCms.PyCMSError, OSError):
        return image


def _pixels(size, box):
    """The square of these pixels: the chosen part, else the middle, a little above it."""
    width, height = size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 3
    if box is not None:
        chosen = min((box.right - box.left) * width, (box.bottom - box.top) * height)
        side = max(1, min(round(chosen), side))
        left = min(round(box.left * width), width - side)
        top = min(round(box.top * height), height - side)
    return left, top, left + side, top + side
