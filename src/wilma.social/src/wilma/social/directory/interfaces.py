"""The contract of the directory: people found while typing, and what is suggested."""

from dataclasses import dataclass
from dataclasses import field
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Entry:
    """What the directory knows about an active person; all of it is open to every employee."""

    userid: str
    fullname: str
    family_name: str = ""
    function: str = ""
    # UID of the OrgUnit, "" for none.
    unit: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    office: str = ""
    topics: tuple[str, ...] = ()
    # Below the profile, for example "@@images/portrait-64-….jpeg"; "" for none.
    portrait: str = ""


@dataclass(frozen=True)
class Found:
    """One page of people, best first, and how many there are in all."""

    entries: list[Entry] = field(default_factory=list)
    total: int = 0


class IDirectory(Interface):
    """Adapter of the site: the persistent roll of people, and the index in memory that follows."""

    def put(entry):
        """Add or replace a person, in the running transaction; every instance follows."""

    def remove(userid):
        """Take a person off the roll: disabled, or deleted."""

    def follow_units():
        """Tell every instance that units have other names, or another place."""

    def get(userid) -> Entry | None:
        """Give one active person."""

    def search(q="", unit=None, topic=None, start=0, size=20, *, below=True) -> Found:
        """Find people by name, function, unit, topic, phone, tolerant of spelling.

        Exact ones come first, then similar ones, each by family name. `q` is cut to 100 signs;
        `unit` is a UID and covers the units below, unless `below` is False; `topic` is one topic
        as written. Without any, everybody by family name, a page at a time. Nobody
        who was taken off is in it. Finds what the running transaction wrote, too.
        """


class ISuggestions(Interface):
    """Named adapter of (site, request): suggests one kind; its name is the type in REST.

    Asked at every second key that somebody presses, so it must be cheap.
    """

    order = Attribute("Number; kinds with a smaller one are shown first")
    title = Attribute("Translatable heading of the kind")

    def __call__(q, limit) -> list[dict]:
        """Give at most `limit` items that the person may see, best first.

        `{type, @id, title, description}`, and `icon` (a name of the sprite), or `initials`,
        `tone` and `portrait` for a face. `q` has 2 signs or more.
        """
