"""Units as content in REST."""

from AccessControl import getSecurityManager
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.people import place
from wilma.social.units.interfaces import IOrgUnit
from zope.component import adapter
from zope.interface import implementer


# Of every content, and without a meaning here.
WITHOUT = ("layout", "lock", "next_item", "previous_item", "version", "working_copy")


@implementer(ISerializeToJson)
@adapter(IOrgUnit, IWilmaSocialLayer)
class UnitToJson(SerializeFolderToJson):
    """The fields and the units below, `head` as `{@id, userid, fullname}`, `can`."""

    def __call__(self, **kw):
        """Give the unit for JSON."""
        told = super().__call__(**kw)
        for name in (*WITHOUT, "working_copy_of"):
            told.pop(name, None)
        return told | {"head": _head(self.context.head), "can": rights(self.context)}


def rights(unit) -> dict[str, bool]:
    """Give what the reader may do with the unit: {edit, add, delete}."""
    may = getSecurityManager().checkPermission
    return {
        "edit": bool(may("Modify portal content", unit)),
        "add": bool(may("wilma.social: Add OrgUnit", unit)),
        "delete": bool(may("Delete objects", unit)),
    }


def _head(userid):
    person = place.find(userid)
    if person is None or not api.user.has_permission("View", obj=person):
        return None
    return {"@id": person.absolute_url(), "userid": userid, "fullname": person.title}
