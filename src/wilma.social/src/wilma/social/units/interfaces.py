"""The contract of units: the content type, and the tree as plain data."""

from dataclasses import dataclass
from plone.schema import Email
from plone.supermodel import model
from wilma.social import _
from wilma.social.interfaces import WilmaError
from wilma.social.people.place import is_active
from wilma.social.text import is_line
from wilma.social.text import is_name
from wilma.social.text import is_text
from zExceptions import BadRequest
from zExceptions import HTTPConflict
from zope import schema
from zope.interface import Interface


class IOrganisation(Interface):
    """Marker of the section /organisation, in which the tree of units lies."""


class NoSuchHead(schema.ValidationError):
    __doc__ = _("There is no active person of this name.")


def is_head(userid: str) -> bool:
    """Constraint: True for an active person, else NoSuchHead is raised."""
    if not is_active(userid):
        raise NoSuchHead(userid)
    return True


class IOrgUnit(model.Schema):
    """A unit of the administration: department, division, section."""

    title = schema.TextLine(title=_("Name"), max_length=200, constraint=is_name)
    short_name = schema.TextLine(
        title=_("Short name"),
        description=_("For example RKU, as it stands on door plates and in file numbers."),
        required=False,
        max_length=30,
        constraint=is_line,
    )
    description = schema.Text(
        title=_("What the unit does"), required=False, max_length=2000, constraint=is_text
    )
    head = schema.TextLine(
        title=_("Head"),
        description=_("Login name of who heads the unit."),
        required=False,
        constraint=is_head,
    )
    email = Email(title=_("E-mail"), required=False, max_length=254, constraint=is_line)
    phone = schema.TextLine(title=_("Phone"), required=False, max_length=50, constraint=is_line)
    address = schema.TextLine(
        title=_("Address"), required=False, max_length=300, constraint=is_line
    )


class UnitRefused(WilmaError, BadRequest):
    """The unit may not be stored so; `args[0]` says why."""


class UnitInUse(WilmaError, HTTPConflict):
    """The unit holds people or units, and is not deleted; `args[0]` says why. 409 in REST."""


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
