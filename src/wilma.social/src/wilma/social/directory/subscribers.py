"""The roll follows the profiles, and the names of units, whichever way they are changed.

The profiles in their section: what happens to a copy elsewhere tells nothing about the person.
"""

from plone import api
from wilma.social.directory.entries import entry_of
from wilma.social.directory.entries import is_shown
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.place import is_in_place


def follow_person(person, event) -> None:
    """Added, changed, disabled, enabled."""
    if not is_in_place(person):
        return
    directory = IDirectory(api.portal.get())
    if is_shown(person):
        directory.put(entry_of(person))
    else:
        directory.remove(person.getId())


def forget_person(person, event) -> None:
    """Deleted."""
    if is_in_place(person):
        IDirectory(api.portal.get()).remove(person.getId())


def follow_unit(unit, event) -> None:
    """Another name, another place, hidden, gone: people are found by other words."""
    IDirectory(api.portal.get()).follow_units()
