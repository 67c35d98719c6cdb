"""Which units may be stored, and when one may go."""

from plone import api
from wilma.social import _
from wilma.social.units.interfaces import IOrganisation
from wilma.social.units.interfaces import IOrgUnit
from wilma.social.units.interfaces import UnitInUse
from wilma.social.units.interfaces import UnitRefused


def check_place(container) -> None:
    """Raise UnitRefused anywhere but in the organisation."""
    inside = IOrganisation.providedBy(container) or IOrgUnit.providedBy(container)
    # The mark of the section may have been copied along with it.
    if not inside or not is_in_place(container):
        raise UnitRefused(_("A unit can only lie in the organisation."))


def is_in_place(content) -> bool:
    """True for the organisation and what lies in it; copies elsewhere are no units of the city."""
    section = (*api.portal.get().getPhysicalPath(), "organisation")
    return content.getPhysicalPath()[: len(section)] == section


def check_empty(unit) -> None:
    """Raise UnitInUse if units lie below, or people work there, disabled ones included."""
    below = sum(1 for child in unit.objectValues() if IOrgUnit.providedBy(child))
    if below:
        raise UnitInUse(
            _(
                'The unit "${title}" cannot be deleted: ${number} units lie below it.',
                mapping={"title": unit.title, "number": str(below)},
            )
        )
    catalog = api.portal.get_tool("portal_catalog")
    people = len(catalog.unrestrictedSearchResults(person_unit=unit.UID()))
    if people:
        raise UnitInUse(
            _(
                'The unit "${title}" cannot be deleted: ${number} people work there.',
                mapping={"title": unit.title, "number": str(people)},
            )
        )
