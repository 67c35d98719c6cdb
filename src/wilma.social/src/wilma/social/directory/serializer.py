"""An entry of the directory as REST gives it."""

from AccessControl import getSecurityManager
from urllib.parse import quote
from wilma.social.directory.interfaces import Entry
from wilma.social.units.interfaces import IUnits


MANAGE = "wilma.social: Manage people"


class Items:
    """Makes items for who asks now; what is the same for all of them is asked once."""

    def __init__(self, site) -> None:
        self.site_url = site.absolute_url()
        self.units = IUnits(site)
        self.me = getSecurityManager().getUser().getId()
        section = site.get("people", site)
        self.may_manage = bool(getSecurityManager().checkPermission(MANAGE, section))

    def url(self, entry: Entry) -> str:
        """Address of the profile."""
        return f"{self.site_url}/people/{quote(entry.userid)}"

    def portrait(self, entry: Entry) -> str | None:
        """Address of the small picture, None for none."""
        return f"{self.url(entry)}/{entry.portrait}" if entry.portrait else None

    def unit(self, entry: Entry) -> dict | None:
        """Address and name of the unit, None for none that is to be seen."""
        unit = self.units.get(entry.unit)
        return {"@id": self.site_url + unit.path, "title": unit.title} if unit else None

    def item(self, entry: Entry) -> dict:
        """The whole item of `@people`."""
        return {
            "@id": self.url(entry),
            "userid": entry.userid,
            "fullname": entry.fullname,
            "function": entry.function,
            "unit": self.unit(entry),
            "phone": entry.phone,
            "mobile": entry.mobile,
            "email": entry.email,
            "office": entry.office,
            "portrait": self.portrait(entry),
            "topics": list(entry.topics),
            "can": {"edit": self.may_manage or entry.userid == self.me},
        }
