"""REST: one's own preferences and closed notices. Nobody's but the caller's can be named."""

from AccessControl import getSecurityManager
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from wilma.social import _
from wilma.social.person_state.interfaces import IPreferences
from wilma.social.person_state.interfaces import NotOffered
from zExceptions import BadRequest


class PreferencesGet(Service):
    """GET @preferences: `{"@id", "language", "colour_mode"}`; null is as the browser asks."""

    def reply(self):
        preferences, userid = IPreferences(self.context), _me()
        return {
            "@id": f"{self.context.absolute_url()}/@preferences",
            "language": preferences.language(userid),
            "colour_mode": preferences.colour_mode(userid),
        }


class PreferencesPatch(PreferencesGet):
    """PATCH @preferences `{language?, colour_mode?}`: what is not named stays; answers like GET."""

    def reply(self):
        with_field(IPreferences(self.context).choose, _me(), **json_body(self.request))
        return super().reply()


class DismissalsPost(Service):
    """POST @dismissals `{key}`: the person closed this notice; 204."""

    def reply(self):
        with_field(IPreferences(self.context).dismiss, _me(), json_body(self.request).get("key"))
        return self.reply_no_content()


def with_field(call, /, *args, **chosen) -> None:
    """Call; NotOffered becomes a BadRequest that names the field."""
    try:
        call(*args, **chosen)
    except NotOffered as error:
        refused = BadRequest(_("This is not offered."))
        refused.field = error.field
        raise refused from error


def _me():
    return getSecurityManager().getUser().getId()
