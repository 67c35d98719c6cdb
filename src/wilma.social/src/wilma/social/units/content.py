"""The content type of a unit."""

from plone.dexterity.content import Container
from wilma.social.units.interfaces import IOrgUnit
from zope.interface import implementer


@implementer(IOrgUnit)
class OrgUnit(Container):
    """See IOrgUnit."""
