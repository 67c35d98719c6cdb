"""People as content in REST: what a profile says, and refusing instead of ignoring."""

from AccessControl import getSecurityManager
from plone import api
from plone.autoform.interfaces import WRITE_PERMISSIONS_KEY
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from plone.supermodel.utils import mergedTaggedValueDict
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.people import rules
from wilma.social.people.interfaces import IPeople
from wilma.social.people.interfaces import IPerson
from wilma.social.units.interfaces import IUnits
from zExceptions import Forbidden
from zope.component import adapter
from zope.interface import implementer


# Of every content, and without a meaning here.
WITHOUT = ("layout", "lock", "next_item", "previous_item", "version", "working_copy")


@implementer(ISerializeToJson)
@adapter(IPerson, IWilmaSocialLayer)
class PersonToJson(SerializeToJson):
    """The fields, and `userid`, `fullname`, `unit` as `{@id, UID, title}`, `can`."""

    def __call__(self, **kw):
        """Give the profile for JSON."""
        person, told = self.context, super().__call__(**kw)
        for name in (*WITHOUT, "working_copy_of"):
            told.pop(name, None)
        told |= {
            "userid": person.getId(),
            "fullname": person.title,
            "title": person.title,
            "unit": _unit(person),
            "can": rights(person),
        }
        return told


@implementer(IDeserializeFromJson)
@adapter(IPerson, IWilmaSocialLayer)
class PersonFromJson(DeserializeFromJson):
    """Raises Forbidden for a change of what the administration says by who may not; stock: 204."""

    def get_schema_data(self, data, validate_all, create=False):
        """Give what is to be written, and errors, as plone.restapi does."""
        if isinstance(data.get("unit"), dict):
            data["unit"] = data["unit"].get("UID") or data["unit"].get("token")
        if "unit" in data and data["unit"] is None and _unit(self.context) is None:
            # What was told as null comes back as null: no wish to lose a unit that is hidden.
            del data["unit"]
        for name, permission in mergedTaggedValueDict(IPerson, WRITE_PERMISSIONS_KEY).items():
            changed = name in data and (data[name] or None) != (getattr(self.context, name) or None)
            if changed and not self.check_permission(permission):
                raise Forbidden(name)
        return super().get_schema_data(data, validate_all, create)


@implementer(ISerializeToJson)
@adapter(IPeople, IWilmaSocialLayer)
class PeopleToJson(SerializeFolderToJson):
    """The section without its items: a city has many people, and `@people` finds them."""

    def __call__(self, **kw):
        """Give the section for JSON, with the address of the directory."""
        kw["include_items"] = False
        self.request.form.pop("include_items", None)
        return super().__call__(**kw) | {"people": f"{api.portal.get().absolute_url()}/@people"}


def unit_summary(uid: str | None) -> dict | None:
    """Give `{@id, UID, title}` of a unit that employees may see, else None."""
    unit = IUnits(api.portal.get()).get(uid) if uid else None
    if unit is None:
        return None
    return {
        "@id": api.portal.get().absolute_url() + unit.path,
        "UID": unit.uid,
        "title": unit.title,
    }


def _unit(person):
    """The unit as the reader may know it: a hidden one for who sees it, else None."""
    told = unit_summary(person.unit)
    if told is not None or not person.unit:
        return told
    found = api.portal.get_tool("portal_catalog")(UID=person.unit, portal_type="OrgUnit")
    return next(({"@id": b.getURL(), "UID": b.UID, "title": b.Title} for b in found), None)


def rights(person) -> dict[str, bool]:
    """Give what the reader may do with the profile: {edit, manage, delete, disable, enable}."""
    may = getSecurityManager().checkPermission
    manage = bool(may("wilma.social: Manage people", person))
    over = manage and rules.has_power(person.getId())
    active = api.content.get_state(person) == "active"
    return {
        "edit": bool(may("Modify portal content", person)),
        "manage": manage,
        "delete": over and bool(may("Delete objects", person)),
        "disable": over and active,
        "enable": over and not active,
    }
