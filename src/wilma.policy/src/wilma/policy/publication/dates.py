"""View that follows publication and expiry dates.

Plone filters lists by date, but answers direct URLs, REST, picture scales and relations without
looking at it. Here the roles that View gives are narrowed while the dates do not hold, so
everything that asks for View gets the same answer. `Access contents information`, which the
catalog indexes, stays as the workflow set it: the catalog has dates of its own, and nothing has
to be indexed anew when a date is reached.
"""

from plone.dexterity.content import FTIAwareSpecification
from time import time


EDITORIAL_ROLES = frozenset(
    {
        "Manager",
        "Site Administrator",
        "Intranet Editor",
        "Reviewer",
        "Editor",
        "Contributor",
        "Owner",
    }
)

_VIEW = "_View_Permission"


def is_current(content) -> bool:
    """Tell whether now lies between the publication and the expiry date of `content`."""
    now = time()
    effective, expires = content.effective_date, content.expiration_date
    if effective is not None and effective.timeTime() > now:
        return False
    return expires is None or expires.timeTime() > now


class DatedView:
    """Mix-in for Dexterity classes: outside its dates, only editorial roles keep View."""

    # Dexterity's own descriptor, said again: zope.interface gives a plain class one of its own,
    # which would come first in the order of bases and hide the markers of all behaviors.
    __providedBy__ = FTIAwareSpecification()

    @property
    def _View_Permission(self):
        try:
            roles = self.__dict__[_VIEW]
        except KeyError:
            raise AttributeError(_VIEW) from None
        if is_current(self):
            return roles
        # A tuple: the roles of the container are not acquired, whatever was stored.
        return tuple(role for role in roles if role in EDITORIAL_ROLES)

    @_View_Permission.setter
    def _View_Permission(self, roles):
        self.__dict__[_VIEW] = roles
        self._p_changed = True

    @_View_Permission.deleter
    def _View_Permission(self):
        self.__dict__.pop(_VIEW, None)
        self._p_changed = True
