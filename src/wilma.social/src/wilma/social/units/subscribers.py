"""The tree follows the content: every unit that employees may see is in it, and no other.

What may not be, is refused before anything follows.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_parent
from plone import api
from wilma.social.units import rules
from wilma.social.units.interfaces import IOrgUnit
from wilma.social.units.interfaces import IUnits
from wilma.social.units.interfaces import Unit


EMPLOYEES = {"Anonymous", "Authenticated"}


def check_place(unit, event) -> None:
    """Refuse a unit elsewhere: added, copied or moved there."""
    if event.object is unit and event.newParent is not None:
        rules.check_place(event.newParent)


def check_removal(unit, event) -> None:
    """Refuse to delete a unit that is in use; not if what it lies in is deleted."""
    if event.object is unit and event.newParent is None:
        rules.check_empty(unit)


def follow_place(unit, event) -> None:
    """Added, moved, renamed, also with something above it; or gone."""
    if not rules.is_in_place(unit):
        return
    if event.newParent is None:
        IUnits(api.portal.get()).remove(unit.UID())
    else:
        _put(unit)


def follow_change(unit, event) -> None:
    """Title, short name or head may be new."""
    _put(unit)


def follow_transition(unit, event) -> None:
    """Hidden or shown, and with it all that lies below."""
    _put(unit)
    for child in unit.objectValues():
        if IOrgUnit.providedBy(child):
            follow_transition(child, event)


def _put(unit):
    if not rules.is_in_place(unit):
        return
    tree = IUnits(api.portal.get())
    if EMPLOYEES & set(rolesForPermissionOn("View", unit)):
        tree.put(_as_data(unit))
    else:
        tree.remove(unit.UID())


def _as_data(unit):
    above = aq_parent(unit)
    site = api.portal.get().getPhysicalPath()
    return Unit(
        uid=unit.UID(),
        title=unit.title or "",
        short_name=unit.short_name or "",
        path="/" + "/".join(unit.getPhysicalPath()[len(site) :]),
        parent=above.UID() if IOrgUnit.providedBy(above) else None,
        head=unit.head or None,
    )
