"""The city's units, and its people: account, profile, and place in the directory."""

from AuthEncoding import AuthEncoding
from DateTime import DateTime
from wilma.policy.bench.bulk import Bulk
from wilma.policy.bench.bulk import Made
from wilma.policy.bench.city import PASSWORD
from wilma.policy.bench.interfaces import Call
from wilma.policy.bench.interfaces import IBenchPart
from wilma.social.directory.entries import entry_of
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people import names
from wilma.social.units.subscribers import follow_change
from zope.interface import implementer


MAKER = "admin"


@implementer(IBenchPart)
class Units:
    """The tree of units, three levels."""

    order = 1

    def build(self, city, say) -> None:
        """See IBenchPart."""
        bulk = Bulk(city.site, say)
        made = Made(owner=MAKER, when=DateTime(), state="visible", effective=False)
        units = {None: city.site.organisation}
        for spec in city.units():
            unit = bulk.add(
                units[spec.parent], "OrgUnit", spec.id, made, title=spec.title, language="de"
            )
            follow_change(unit, None)
            units[spec.key] = unit
            city.unit_uids[spec.key] = unit.UID()

    def calls(self, city):
        """See IBenchPart."""
        return (Call("unit", "/organisation/d02/a5", most_times_empty=12),)


@implementer(IBenchPart)
class People:
    """Everybody who works for the city."""

    order = 10

    def build(self, city, say) -> None:
        """See IBenchPart."""
        bulk, accounts = Bulk(city.site, say), Accounts(city.site)
        directory = IDirectory(city.site)
        for spec in city.people():
            email = f"{spec.id}@wilma.example"
            made = Made(owner=spec.id, when=DateTime(), state="active", effective=False)
            person = bulk.add(
                city.site.people,
                "Person",
                spec.id,
                made,
                given_name=spec.given_name,
                family_name=spec.family_name,
                unit=city.unit_uids[spec.unit],
                function=spec.function,
                phone=spec.phone,
                topics=spec.topics,
                email=email,
                language="de",
            )
            accounts.add(spec.id, names.fullname(person), email)
            directory.put(entry_of(person))

    def calls(self, city):
        """See IBenchPart."""
        directory = {"json": True, "most_ms": 20.0}
        return (
            Call("login", "/@login", json=True, method="POST", body=_credentials(), login=None),
            Call("profile", "/people/p00002", most_times_empty=12),
            Call("people", "/people"),
            Call("people, found", "/people?q=Stein"),
            Call("@people, name", "/@people?q=Steinmeier", **directory),
            Call("@people, two letters", "/@people?q=st", **directory),
            Call("@people, misspelt", "/@people?q=Bacherr", **directory),
            Call("@people, question", "/@people?q=wer+kümmert+sich+um+Radwege", **directory),
            Call("@suggest", "/@suggest?q=stei", **directory),
            Call("@suggest, misspelt", "/@suggest?q=Wolfmaiir", **directory),
        )


class Accounts:
    """Writes accounts as PAS's own plugins keep them."""

    def __init__(self, site) -> None:
        plugins = site.acl_users
        self.users = plugins.source_users
        self.properties = plugins.mutable_properties
        self.roles = plugins.portal_role_manager
        # What a login changes; the other properties are empty at first.
        known = site.portal_memberdata.propertyItems()
        self.defaults = {name: value for name, value in known if value not in ("", 0, ())}
        # One for all: hashing is what takes long.
        self.password = AuthEncoding.pw_encrypt(PASSWORD)

    def add(self, userid: str, fullname: str, email: str) -> None:
        """An account with the role Member."""
        self.users._user_passwords[userid] = self.password
        self.users._login_to_userid[userid] = userid
        self.users._userid_to_login[userid] = userid
        self.roles._principal_roles[userid] = ("Member",)
        named = {"isGroup": None, "fullname": fullname, "email": email}
        self.properties._storage[userid] = self.defaults | named


def _credentials():
    return {"login": "p00004", "password": PASSWORD}
