"""REST: relations tell only of targets that the reader may see."""

from AccessControl import getSecurityManager
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.relationfield import RelationChoiceFieldSerializer
from plone.restapi.serializer.relationfield import RelationListFieldSerializer
from Products.CMFCore.permissions import View
from wilma.policy.interfaces import IWilmaLayer
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from zope.component import adapter
from zope.interface import implementer


def _may_see(relation) -> bool:
    target = relation.to_object if relation is not None else None
    return target is not None and bool(getSecurityManager().checkPermission(View, target))


@adapter(IRelationChoice, IDexterityContent, IWilmaLayer)
@implementer(IFieldSerializer)
class VisibleRelation(RelationChoiceFieldSerializer):
    """One relation, or null. plone.restapi gives title and address of any target."""

    def get_value(self, default=None):
        """Give the RelationValue if its target may be seen, else None."""
        value = super().get_value(default)
        return value if _may_see(value) else None


@adapter(IRelationList, IDexterityContent, IWilmaLayer)
@implementer(IFieldSerializer)
class VisibleRelations(RelationListFieldSerializer):
    """A list of relations, without those whose target may not be seen."""

    def get_value(self, default=None):
        """Give the RelationValues whose targets may be seen."""
        return [relation for relation in super().get_value(default) if _may_see(relation)]
