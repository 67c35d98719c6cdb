"""What the catalog knows about people."""

from plone.indexer import indexer
from wilma.social.people.interfaces import IPerson
from wilma.social.text import sort_key


@indexer(IPerson)
def sortable_title(person) -> str:
    """The family name first, as telephone books do."""
    return sort_key(f"{person.family_name or person.getId()} {person.given_name or ''}")


@indexer(IPerson)
def person_email(person) -> str:
    """The address in small letters: it belongs to one person only."""
    return _or_nothing((person.email or "").strip().lower())


@indexer(IPerson)
def person_unit(person) -> str:
    """UID of the unit the person works in."""
    return _or_nothing(person.unit)


@indexer(IPerson)
def searchable_text(person) -> str:
    """What the person is found by in the search of the site."""
    words = (person.title, person.getId(), person.function, person.office, person.about)
    return " ".join(filter(None, (*words, *(person.topics or ()))))


def _or_nothing(value):
    # AttributeError: "has no such value"; the index then leaves the person out.
    if not value:
        raise AttributeError
    return value
