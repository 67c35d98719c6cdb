"""What the directory knows of a profile."""

from plone import api
from wilma.social.directory.interfaces import Entry
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest


ACTIVE = "active"
# Twice the largest face in lists: sharp on a phone.
SIDE = 128


def is_shown(person) -> bool:
    """True if employees see the profile."""
    return api.portal.get_tool("portal_workflow").getInfoFor(person, "review_state", "") == ACTIVE


def entry_of(person) -> Entry:
    """Give the entry of a profile."""
    return Entry(
        userid=person.getId(),
        fullname=person.title,
        family_name=person.family_name or "",
        function=person.function or "",
        unit=person.unit or "",
        email=person.email or "",
        phone=person.phone or "",
        mobile=person.mobile or "",
        office=person.office or "",
        topics=tuple(person.topics or ()),
        portrait=_portrait(person),
    )


def _portrait(person):
    """Where the small picture lies; made now, since who looks at it must not write."""
    images = queryMultiAdapter((person, getRequest()), name="images")
    if images is None or not getattr(person, "portrait", None):
        return ""
    scale = images.scale("portrait", width=SIDE, height=SIDE, mode="cover")
    return scale.url.removeprefix(f"{person.absolute_url()}/") if scale else ""
