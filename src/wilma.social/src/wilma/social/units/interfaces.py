"""The contract of units: the content type, and the tree as plain data."""

from dataclasses import dataclass
from plone.supermodel import model
from wilma.social import _
from zope import schema
from zope.interface import Interface


class IOrganisation(Interface):
    """Marker of the section /organisation, in which the tree of units lies."""


class IOrgUnit(model.Schema):
    """A unit of the administration: department, division, section."""

    title = schema.TextLine(title=_("Name"), max_length=200)
    short_name = schema.TextLine(
        title=_("Short name"),
        description=_("For example RKU, as it stands on door plates and in file numbers."),
        required=False,
        max_length=30,
    )
    description = schema.Text(title=_("What the unit does"), required=False, max_length=2000)
    head = schema.TextLine(title=_("Head"), required=False)
    email = schema.TextLine(title=_("E-mail"), required=False, max_length=254)
    phone = schema.TextLine(title=_("Phone"), required=False, max_length=50)
    address = schema.TextLine(title=_("Address"), required=False, max_length=300)


@dataclass(frozen=True)
class Unit:
    """One unit as plain data. `path` is below the site: `/organisation/rku/energie`."""

    uid: str
    title: str
    short_name: str
    path: str
    parent: str | None
    head: str | None


class IUnits(Interface):
    """Adapter of the site: the tree as plain data, kept up to date by events; wakes no content.

    Only units that employees may see are in it.
    """

    def get(uid) -> Unit | None:
        """Give a unit."""

    def children(uid) -> list[Unit]:
        """Give the units right below, by title; of the top for None."""

    def line(uid) -> list[Unit]:
        """Give the unit and what is above it, the top first; empty for no such unit."""

    def all():
        """Iterate over all units."""
