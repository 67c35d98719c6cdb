"""Where profiles lie, and finding one by the id of the account."""

from plone import api
from wilma.social.people.interfaces import IPeople
from wilma.social.people.interfaces import IPerson


SECTION = "people"


def section():
    """Give the section of profiles, None where there is none: no site, or not one of ours."""
    try:
        found = api.portal.get().get(SECTION)
    except api.exc.CannotGetPortalError:
        return None
    return found if IPeople.providedBy(found) else None


def is_in_place(person) -> bool:
    """True for a profile at /people/<userid>; a copy of one that lies elsewhere is nobody.

    By its path, not by the section itself: that is gone already if it goes with all it holds.
    """
    above = person.getPhysicalPath()[:-1]
    return above == (*api.portal.get().getPhysicalPath(), SECTION)


def find(userid: str | None):
    """Give the profile of the account, whoever asks; None if there is none."""
    place = section()
    if place is None or not userid or userid not in place:
        return None
    found = place[userid]
    return found if IPerson.providedBy(found) else None


def is_active(userid: str | None) -> bool:
    """True if there is a profile and it is not disabled."""
    person = find(userid)
    return person is not None and api.content.get_state(person) == "active"
