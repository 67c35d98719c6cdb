"""Files and pictures that are part of a page: who may read the page may read them.

An editor puts a picture into a section and shows it in a page. The picture stays a draft, so no
list or search has it alone, but it must not be broken for the readers of the page. So as long as
a page of the same section that shows it is published and current, every employee gets Reader on
it, by asking, not by storing: `getAllRoles`, which the catalog indexes, stays empty. Of the same
section, so that the editors of one cannot open another's drafts by linking them.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from borg.localrole.interfaces import ILocalRoleProvider
from wilma.policy.sections import section_of
from zc.relation.interfaces import ICatalog
from zope.component import queryUtility
from zope.interface import implementer
from zope.intid.interfaces import IIntIds


EMPLOYEES = "AuthenticatedUsers"
SHOWN_BY = ("isReferencing", "relatedItems")


@implementer(ILocalRoleProvider)
class RolesOfShowingPages:
    """Adapter of a File or Image: Reader for all employees while a readable page shows it."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id):
        """Give ("Reader",) for the group of all employees if a page they may read shows this."""
        if principal_id != EMPLOYEES:
            return ()
        section = aq_base(section_of(self.context))
        readable = (
            aq_base(section_of(page)) is section and _is_readable(page)
            for page in _showing(self.context)
        )
        return ("Reader",) if any(readable) else ()

    def getAllRoles(self):
        """Give nothing: what is true only while a page is published must not be indexed."""
        return ()


def _showing(asset):
    intids, relations = queryUtility(IIntIds), queryUtility(ICatalog)
    to_id = intids.queryId(asset) if intids is not None else None
    if to_id is None or relations is None:
        return
    for attribute in SHOWN_BY:
        for relation in relations.findRelations({"to_id": to_id, "from_attribute": attribute}):
            if not relation.isBroken():
                yield relation.from_object


def _is_readable(page) -> bool:
    return bool({"Authenticated", "Anonymous"} & set(rolesForPermissionOn("View", page)))
