"""The people who can log in to the demo city."""

from plone import api


# Known to everyone, on purpose: a marked site answers on loopback only.
PASSWORD = "Servus-WiLMA-2026"  # noqa: S105
DOMAIN = "wilma.example"
NAME = ("academic_title", "given_name", "family_name")


def add_account(portal, person: dict) -> bool:
    """Make one account with its roles; False if it is there, then it stays as it is."""
    userid = person["id"]
    if api.user.get(userid=userid) is not None:
        return False
    api.user.create(
        email=f"{userid}@{DOMAIN}",
        username=userid,
        password=PASSWORD,
        roles=("Member", *person.get("roles", ())),
        properties=_properties(portal, person),
    )
    for section, roles in person.get("local_roles", {}).items():
        api.user.grant_roles(username=userid, roles=roles, obj=portal[section])
    return True


def _properties(portal, person):
    unit = portal.unrestrictedTraverse(f"organisation/{person['unit']}")
    return {
        "fullname": " ".join(person[part] for part in NAME if part in person),
        "description": person.get("description", person["function"]),
        "location": person.get("location", unit.title),
    }
