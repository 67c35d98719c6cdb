"""The people who can log in to the demo city."""

from plone import api


# Known to everyone, on purpose: a marked site answers on loopback only.
PASSWORD = "Servus-WiLMA-2026"  # noqa: S105


def add_account(portal, person: dict) -> bool:
    """Make one account with its roles; False if it is there, then it stays as it is.

    Its profile comes by itself; name and address follow from there.
    """
    userid = person["id"]
    if api.user.get(userid=userid) is not None:
        return False
    roles = ("Member", *person.get("roles", ()))
    portal.acl_users.userFolderAddUser(userid, PASSWORD, roles, [])
    api.user.get(userid=userid).setMemberProperties(_properties(portal, person))
    for section, roles in person.get("local_roles", {}).items():
        api.user.grant_roles(username=userid, roles=roles, obj=portal[section])
    return True


def _properties(portal, person):
    unit = portal.unrestrictedTraverse(f"organisation/{person['unit']}")
    return {
        "description": person.get("description", person["function"]),
        "location": person.get("location", unit.title),
    }
