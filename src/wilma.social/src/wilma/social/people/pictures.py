"""Faces in small sizes, as they are served."""

from plone.namedfile.interfaces import IStableImageScale
from plone.namedfile.scaling import ImageScale
from plone.namedfile.scaling import ImageScaling
from zope.annotation.interfaces import IAnnotations


# Another picture has another address. A page of the directory shows two dozen of them.
FOR_GOOD = "private, max-age=31536000, immutable"


LARGE = "portrait-256-"


def large(person) -> str | None:
    """Address of the picture on the profile itself, sharp on phones; None without one.

    Looked up among those made when the portrait was stored: asking for a size could make it, and
    who only looks must not write.
    """
    if not person.portrait:
        return None
    made = IAnnotations(person).get("plone.scale", {}).items()
    found = [(info["modified"], uid) for uid, info in made if uid.startswith(LARGE)]
    return f"{person.absolute_url()}/@@images/{max(found)[1]}.jpeg" if found else None


class Face(ImageScale):
    """A small picture, which a browser asks for once."""

    def set_headers(self, response=None):
        """As Plone does; and what has an address of its own is kept."""
        super().set_headers(response)
        if IStableImageScale.providedBy(self):
            (response or self.request.response).setHeader("Cache-Control", FOR_GOOD)


class PersonImages(ImageScaling):
    """`@@images` of a profile."""

    _scale_view_class = Face
