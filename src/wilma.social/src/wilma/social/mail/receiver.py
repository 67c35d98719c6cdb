"""Who gets a mail: asked when it is delivered, since much may have changed."""

from dataclasses import dataclass
from plone import api
from wilma.social.person_state.interfaces import IPersonState
from wilma.social.person_state.interfaces import IPreferences


DISABLED = "disabled"


@dataclass(frozen=True)
class Receiver:
    """A person with an open account and an address; `user` is the one that PAS knows."""

    userid: str
    fullname: str
    email: str
    user: object


def receiver(site, userid: str, to: str | None = None) -> Receiver | None:
    """The person; None without account or address, or if the account is disabled.

    Of an address that is given, `to`, neither the account's address nor that it is disabled counts.
    """
    member = api.user.get(userid=userid)
    if member is None or (to is None and IPersonState(site).read(userid, DISABLED, False)):
        return None
    email = (to or member.getProperty("email") or "").strip()
    if not email:
        return None
    fullname = member.getProperty("fullname") or ""
    return Receiver(userid, fullname, email, member.getUser())


def language_of(site, userid: str) -> str:
    """What the person chose, else the site's."""
    return IPreferences(site).language(userid) or api.portal.get_default_language()
