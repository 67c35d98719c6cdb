"""Names of people: written out, and taken apart where an account knows one string only."""


def fullname(person) -> str:
    """Give "Dr. Amira Yılmaz" from the parts there are; "" without any."""
    parts = (person.academic_title, person.given_name, person.family_name)
    return " ".join(" ".join(filter(None, parts)).split())


def parts(fullname: str) -> tuple[str, str]:
    """Give given name and family name of a string: the last word is the family's."""
    given, _blank, family = " ".join(fullname.split()).rpartition(" ")
    return given, family


def write(person, fullname: str) -> None:
    """Give the person this name; the title before it stays a title."""
    title = f"{person.academic_title} " if person.academic_title else ""
    if title and fullname.startswith(title):
        fullname = fullname[len(title) :]
    else:
        person.academic_title = None
    given, person.family_name = parts(fullname)
    person.given_name = given or None
