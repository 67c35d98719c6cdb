"""PATCH @users/<userid>: a picture sent for an account goes to the profile, and is drawn anew."""

from plone.restapi.services.users.update import UsersPatch
from wilma.social.people import place
from wilma.social.people.interfaces import IPerson
from wilma.social.people.interfaces import PersonRefused
from wilma.social.people.portrait_field import PortraitFromJson
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError


class AccountPatch(UsersPatch):
    """As plone.restapi's, but for `portrait`."""

    def set_member_portrait(self, user, portrait):
        """Give the picture to the profile; to the account if it has none."""
        person = place.find(user.getId())
        if person is None:
            super().set_member_portrait(user, portrait)
            return
        field = IPerson["portrait"].bind(person)
        try:
            person.portrait = PortraitFromJson(field, person, self.request)(portrait)
        except ValidationError as error:
            raise PersonRefused(error.doc(), "portrait") from error
        notify(ObjectModifiedEvent(person))
