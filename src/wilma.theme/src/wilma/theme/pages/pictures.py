"""Pictures in several widths, out of what the catalog already knows about them."""

from dataclasses import dataclass
from Products.CMFCore.utils import getToolByName


# Scales by their longer use: cards on phones to lead pictures on wide screens.
SCALES = ("preview", "teaser", "large", "great", "huge")


@dataclass(frozen=True)
class Picture:
    """Attributes of an <img>; the browser takes the width it needs."""

    src: str
    srcset: str | None
    width: int
    height: int


def picture(brain, field: str = "image") -> Picture | None:
    """The picture of a catalog entry, or None. Wakes no object and writes nothing."""
    images = (getattr(brain, "image_scales", None) or {}).get(field)
    if not images:
        return None
    image, base = images[0], brain.getURL()
    scales = [image["scales"][name] for name in SCALES if name in image.get("scales", {})]
    if not scales:
        return Picture(f"{base}/{image['download']}", None, image["width"], image["height"])
    # Plain phones and old browsers get the middle one.
    middle = scales[len(scales) // 2]
    srcset = ", ".join(f"{base}/{scale['download']} {scale['width']}w" for scale in scales)
    return Picture(f"{base}/{middle['download']}", srcset, middle["width"], middle["height"])


def picture_of(context, field: str = "image") -> Picture | None:
    """The picture of an object. Who looks at its page has been asked for View already."""
    catalog = getToolByName(context, "portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=context.UID())
    return picture(brains[0], field) if brains else None
