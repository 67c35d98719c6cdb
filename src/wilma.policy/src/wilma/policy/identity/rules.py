"""Rules for new names and passwords, as PAS plugins that stand before those which store them.

Every way of making or changing an account goes through these lists: forms, REST, and code.
"""

from AccessControl import getSecurityManager
from Products.PlonePAS.interfaces.group import IGroupManagement
from Products.PlonePAS.interfaces.plugins import IUserManagement
from Products.PluggableAuthService.interfaces.plugins import IUserAdderPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from wilma.policy.identity import names
from wilma.policy.identity import passwords
from wilma.policy.identity.interfaces import RefusedName
from wilma.policy.identity.interfaces import WeakPassword
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


@implementer(
    IGroupManagement, IUserAdderPlugin, IUserEnumerationPlugin, IUserManagement, IValidationPlugin
)
class Rules(BasePlugin):
    """Raises RefusedName or WeakPassword; else does nothing and leaves it to the next plugin."""

    # IUserAdderPlugin

    def doAddUser(self, login, password):
        """False: the next plugin adds the person."""
        _check(names.problem_of_account(login))
        _check_password(password, login)
        return False

    # IUserManagement: an error that Plone catches says "not mine".

    def doChangeUser(self, principal_id, password, **kw):
        """Never changes anything itself."""
        _check_password(password, principal_id, self._login_of(principal_id))
        raise RuntimeError("The guard stores no passwords.")

    def doDeleteUser(self, userid):
        """Never deletes anything itself."""
        raise KeyError(userid)

    # IUserEnumerationPlugin

    def enumerateUsers(self, **kw):
        """Nobody."""
        return ()

    def updateUser(self, user_id, login_name):
        """False: the next plugin changes the login name."""
        _check(names.problem(login_name))
        return False

    def updateEveryLoginName(self, quit_on_first_error=True):
        """Nothing to do."""

    # IGroupManagement

    def addGroup(self, id, **kw):
        """False: the next plugin adds the group."""
        _check(names.problem_of_group(id))
        return False

    def addPrincipalToGroup(self, principal_id, group_id):
        """Never ours."""
        return False

    def updateGroup(self, id, **kw):
        """Never ours."""
        return False

    def setRolesForGroup(self, group_id, roles=()):
        """Never ours."""
        return False

    def removeGroup(self, group_id):
        """Never ours."""
        return False

    def removePrincipalFromGroup(self, principal_id, group_id):
        """Never ours."""
        return False

    # IValidationPlugin

    def validateUserInfo(self, user, set_id, set_info):
        """A list of {"id", "error"}, the errors translated: what forms show beside the field."""
        password = (set_info or {}).get("password")
        if password is None:
            return []
        reason = passwords.problem(password, *_names_in(user, set_id, set_info))
        if reason is None:
            return []
        return [{"id": "password", "error": translate(reason, context=getRequest())}]

    def _login_of(self, userid):
        pas = self._getPAS()
        found = pas._verifyUser(pas.plugins, user_id=userid)
        return found["login"] if found else ""


def _check(reason):
    if reason is not None:
        raise RefusedName(reason)


def _check_password(password, *known_names):
    reason = passwords.problem(password or "", *known_names)
    if reason is not None:
        raise WeakPassword(reason)


def _names_in(user, set_id, set_info):
    # Plone's forms tell nothing about the person; the request does.
    request = getRequest()
    form = getattr(request, "form", {})
    found = [
        set_id,
        set_info.get("username"),
        form.get("userid"),
        form.get("form.widgets.username"),
    ]
    user = user or getSecurityManager().getUser()
    found += [user.getId(), user.getUserName() if user.getId() else None]
    return [name for name in found if isinstance(name, str)]
