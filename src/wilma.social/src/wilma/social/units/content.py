"""The content type of a unit."""

from plone.dexterity.content import Container
from wilma.social import _
from wilma.social.units.interfaces import IOrgUnit
from wilma.social.units.interfaces import UnitRefused
from zope.interface import implementer


@implementer(IOrgUnit)
class OrgUnit(Container):
    """See IOrgUnit."""

    def _verifyObjectPaste(self, obj, validate_src=True):
        # Zope keeps a unit from being moved into itself, or below; the type is asked here.
        try:
            super()._verifyObjectPaste(obj, validate_src)
        except ValueError as error:
            raise UnitRefused(_("Only units can lie below a unit.")) from error
