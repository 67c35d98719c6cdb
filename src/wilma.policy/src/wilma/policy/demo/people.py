"""The units of the demo city, and the profiles that came with the accounts."""

from plone import api
from plone.namedfile.file import NamedBlobImage
from wilma.policy.demo import fields
from wilma.policy.demo import source
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


OF_UNITS = ("title", "short_name", "description", "head", "email", "phone", "address")
LINES = ("given_name", "family_name", "academic_title", "function", "office", "phone", "mobile")
LISTS = ("languages", "topics")
DOMAIN = "wilma.example"
# When somebody came to the city, unless told otherwise.
SINCE = "-900d"


def add_units(container, units: list[dict]) -> int:
    """Make what is missing of the tree and say how many that were."""
    made = 0
    for unit in units:
        obj = container.get(unit["id"])
        if obj is None:
            known = {name: unit[name] for name in OF_UNITS if name in unit}
            obj = api.content.create(container, "OrgUnit", unit["id"], **known)
            made += 1
        made += add_units(obj, unit.get("units", ()))
    return made


def fill_profile(portal, person: dict, now) -> None:
    """Give the new profile of a new account what the data say."""
    profile = portal["people"][person["id"]]
    for name in LINES:
        setattr(profile, name, person.get(name))
    for name in LISTS:
        setattr(profile, name, tuple(person.get(name, ())))
    profile.email = f"{person['id']}@{DOMAIN}"
    profile.about = person.get("about", "").strip() or None
    profile.unit = api.content.get_uuid(_unit(portal, person))
    if "look" in person:
        file = f"{person['id']}.webp"
        profile.portrait = NamedBlobImage(source.blob("portraits", file), filename=file)
    profile.creation_date = fields.point(person.get("since", SINCE), now)
    notify(ObjectModifiedEvent(profile))


def _unit(portal, person):
    return portal.unrestrictedTraverse(f"organisation/{person['unit']}")
