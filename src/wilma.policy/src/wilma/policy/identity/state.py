"""What we keep about an account: disabled or not, and since when its sessions count.

Kept with the rest of the person's state (`wilma.social.person_state`). Asked on every request, and
by the guard of the Zope root outside of any site, too: there nothing is kept.
"""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from wilma.social.people.interfaces import AccountDisabled
from wilma.social.people.interfaces import AccountEnabled
from wilma.social.person_state.interfaces import IPersonState
from zope.component import getAdapter
from zope.component.hooks import getSite
from zope.event import notify

import time


DISABLED = "disabled"
VALID_SINCE = "valid_since"
ENDED = "ended"


def is_disabled(userid: str) -> bool:
    """True if the account may not be used."""
    return bool(_read(userid, DISABLED, False))


def disable(userid: str) -> None:
    """Close the account and end its sessions; its content stays."""
    _state().write(userid, DISABLED, True)
    end_sessions(userid)
    notify(AccountDisabled(userid))


def enable(userid: str) -> None:
    """Open the account again; sessions from before stay ended."""
    if is_disabled(userid):
        _state().write(userid, DISABLED, False)
        notify(AccountEnabled(userid))


def valid_since(userid: str) -> int:
    """Seconds since the epoch; cookies and tokens issued before are dead. 0 = never ended."""
    return _read(userid, VALID_SINCE, 0)


def end_sessions(userid: str) -> int:
    """End every session and token of the person; gives the new `valid_since`.

    Tickets know seconds only. The bound is the *next* second, so that all of this second die, and
    `issue_time` dates new ones into it. Ended twice in a second, it moves on once more.
    """
    bound = max(int(time.time()), valid_since(userid)) + 1
    _state().write(userid, VALID_SINCE, bound)
    return bound


def issue_time(userid: str) -> int:
    """The time to write into a new ticket or token, so that it counts at once."""
    return max(int(time.time()), valid_since(userid))


def end_ticket(userid: str, digest: str, expires: int) -> None:
    """End one session: remember its digest until it would have expired anyway."""
    if not _has_site():
        return
    now = int(time.time())
    ended = {key: end for key, end in _read(userid, ENDED, {}).items() if end > now}
    _state().write(userid, ENDED, {**ended, digest: expires})


def is_ended(userid: str, digest: str) -> bool:
    """True if this one session was ended by logging out."""
    return digest in _read(userid, ENDED, {})


def _read(userid, field, default):
    return _state().read(userid, field, default) if _has_site() else default


def _state():
    site = getSite()
    portal = site if IPloneSiteRoot.providedBy(site) else api.portal.get()
    # Calling the interface costs five times as much: it asks the site for a `__conform__`.
    return getAdapter(portal, IPersonState)


def _has_site():
    # The guard of the Zope root is asked outside of any site, too.
    return getSite() is not None
