"""How people are shown on pages: a face, a name, and where to click."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from wilma.social.directory.interfaces import Entry
from wilma.social.people.pictures import large
from wilma.social.units.interfaces import IUnits
from wilma.theme.shell.chrome import Chrome
from wilma.theme.shell.faces import initials
from wilma.theme.shell.faces import tone
from zope.component.hooks import getSite

import re


@dataclass(frozen=True)
class Face:
    """A person in a list. `picture` is an address, or None: then initials stand on the tone."""

    name: str
    url: str
    picture: str | None
    initials: str
    tone: str
    function: str = ""
    unit: str = ""
    tel: str | None = None
    topics: tuple[str, ...] = ()


# Compiled templates: a page of the directory would evaluate some three hundred expressions.
CARDS = Chrome(str(Path(__file__).parent / "templates" / "cards.pt"))
ROWS = Chrome(str(Path(__file__).parent / "templates" / "rows.pt"))


def faces(entries: list[Entry]) -> list[Face]:
    """Give the faces of people out of the directory."""
    units = IUnits(getSite())
    people_url = f"{getSite().absolute_url()}/people"
    return [_face(entry, people_url, units.get(entry.unit)) for entry in entries]


def face_of(person) -> Face:
    """Give the face of a profile, also of one that is not in the directory."""
    return Face(
        name=person.title,
        url=person.absolute_url(),
        picture=large(person),
        initials=initials(person.title),
        tone=tone(person.getId()),
        tel=tel(person.phone or person.mobile),
    )


def tel(phone: str | None) -> str | None:
    """Give the address that a telephone dials, or None for what is no number."""
    digits = re.sub(r"[^\d+]", "", (phone or "").replace("(0)", ""))
    return f"tel:{digits}" if digits.strip("+") else None


def picture_of(entry: Entry) -> str | None:
    """Give the address of the portrait of somebody in the directory, or None."""
    return _picture(entry, _url(entry, f"{getSite().absolute_url()}/people"))


def _url(entry, people_url):
    return f"{people_url}/{quote(entry.userid)}"


def _picture(entry, url):
    return f"{url}/{entry.portrait}" if entry.portrait else None


def _face(entry, people_url, unit):
    url = _url(entry, people_url)
    return Face(
        name=entry.fullname,
        url=url,
        picture=_picture(entry, url),
        initials=initials(entry.fullname),
        tone=tone(entry.userid),
        function=entry.function,
        unit=(unit.short_name or unit.title) if unit else "",
        tel=tel(entry.phone or entry.mobile),
        topics=entry.topics,
    )
