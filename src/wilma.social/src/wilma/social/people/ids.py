"""Ids of profiles: the login name that somebody chose, never one made of the title."""

from Acquisition import aq_base
from wilma.social import _
from wilma.social.people.interfaces import IPeople
from wilma.social.people.interfaces import PersonRefused
from zope.component import adapter
from zope.container.interfaces import INameChooser
from zope.interface import implementer


@implementer(INameChooser)
@adapter(IPeople)
class LoginNames:
    """Raises PersonRefused unless the new profile brings its id."""

    def __init__(self, context):
        self.context = context

    def checkName(self, name, content) -> bool:
        """Whether a name may be used is asked when the profile is added."""
        return True

    def chooseName(self, name, content) -> str:
        """Give the id of the content; what Plone proposes instead is its title."""
        if not name or name != aq_base(content).getId():
            raise PersonRefused(_("A person needs a login name."), "id")
        return name
