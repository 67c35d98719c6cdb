"""The people who can log in to the demo city."""

from plone import api


# Known to everyone, on purpose: a marked site answers on loopback only.
PASSWORD = "Servus-WiLMA-2026"  # noqa: S105
DOMAIN = "wilma.example"


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
        properties={key: person[key] for key in ("fullname", "description", "location")},
    )
    for section, roles in person.get("local_roles", {}).items():
        api.user.grant_roles(username=userid, roles=roles, obj=portal[section])
    return True
