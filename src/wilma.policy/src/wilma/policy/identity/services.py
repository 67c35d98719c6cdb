"""REST: log out everywhere; state of an account; tokens that work from the first second."""

from AccessControl import getSecurityManager
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from wilma.policy import _
from wilma.policy.identity import accounts
from wilma.policy.identity import state
from wilma.policy.identity.tickets import leave
from zExceptions import BadRequest
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class LogoutEverywherePost(Service):
    """POST @logout-everywhere: 204, and every cookie and token of the caller is dead."""

    def reply(self):
        state.end_sessions(getSecurityManager().getUser().getId())
        leave(self.request.response)
        return self.reply_no_content()


@implementer(IPublishTraverse)
class Account(Service):
    """What GET and PATCH share: the user id is the rest of the path."""

    userid = ""

    def publishTraverse(self, request, name):
        """Take the user id."""
        self.userid = name
        return self


class AccountsGet(Account):
    """GET @accounts/<userid>: `{userid, fullname, disabled, valid_since}`."""

    def reply(self):
        return accounts.status(self.userid)


class AccountsPatch(Account):
    """PATCH @accounts/<userid> with `disabled` (true, false) or `end_sessions` (true)."""

    def reply(self):
        wish = json_body(self.request)
        if not wish or not all(
            key in ("disabled", "end_sessions") and isinstance(value, bool)
            for key, value in wish.items()
        ):
            raise BadRequest(_("Only disabled and end_sessions may be set, to true or false."))
        if "disabled" in wish:
            accounts.set_disabled(self.userid, wish["disabled"])
        if wish.get("end_sessions"):
            accounts.end_sessions(self.userid)
        return accounts.status(self.userid)
