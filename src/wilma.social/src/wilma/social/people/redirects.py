"""Ways of Plone to a person: its author page, and its form of one's own details."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from wilma.social.people import place
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ToProfile(BrowserView):
    """`@@author/<userid>`, to which bylines lead: on to the profile, if the reader may see it."""

    userid = ""

    def publishTraverse(self, request, name):
        """See IPublishTraverse."""
        if self.userid:
            raise NotFound(name)
        self.userid = name
        return self

    def __call__(self):
        person = place.find(self.userid or _me())
        if person is None or not getSecurityManager().checkPermission("View", person):
            raise NotFound(self.userid)
        return self.request.response.redirect(person.absolute_url())


class ToOwnForm(BrowserView):
    """Plone's form writes what only the administration may say: the profile's form is the way."""

    def __call__(self):
        person = place.find(_me())
        # The operator's account has no profile.
        page = f"{person.absolute_url()}/edit" if person else self.context.absolute_url()
        return self.request.response.redirect(page)


def _me():
    return getSecurityManager().getUser().getId()
