"""The roll follows the profiles, and the names of units, whichever way they are changed."""

from plone import api
from wilma.social.directory.entries import entry_of
from wilma.social.directory.entries import is_shown
from wilma.social.directory.interfaces import IDirectory


def follow_person(person, event) -> None:
    """Added, changed, disabled, enabled."""
    directory = IDirectory(api.portal.get())
    if is_shown(person):
        directory.put(entry_of(person))
    else:
        directory.remove(person.getId())


def forget_person(person, event) -> None:
    """Deleted."""
    IDirectory(api.portal.get()).remove(person.getId())


def follow_unit(unit, event) -> None:
    """Another name, another place, hidden, gone: people are found by other words."""
    IDirectory(api.portal.get()).follow_units()
