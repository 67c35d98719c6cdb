"""Log in, get help with it, be logged out."""

from plone.base import PloneMessageFactory
from Products.CMFPlone.browser.contact_info import ContactForm
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.login_help import LoginHelpForm
from wilma.theme.interfaces import ILean
from wilma.theme.pages.base import Page
from wilma.theme.pages.base import require_account
from zope.component.hooks import getSite
from zope.interface import implementer


@implementer(ILean)
class LoginPage(LoginForm):
    """Plone's login form in the look; what it checks stays Plone's."""

    def updateWidgets(self):
        """As Plone does; and the browser may fill in, and the name stays after a mistake."""
        super().updateWidgets()
        name, password = self.widgets["ac_name"], self.widgets["ac_password"]
        name.attributes["autocomplete"] = "username"
        password.attributes["autocomplete"] = "current-password"
        # Plone renames the field after it was read.
        name.value = self.request.form.get(name.name) or name.value


@implementer(ILean)
class LoginHelpPage(LoginHelpForm):
    """How to get a new password."""


class LoggedOutPage(Page):
    """Says so, and leads back to the login page. Never a redirect, so nothing loops."""

    page_title = PloneMessageFactory("statusmessage_logged_out", default="You are now logged out.")

    def __call__(self):
        if not self.anonymous:
            return self.request.response.redirect(getSite().absolute_url())
        return self.index()


@implementer(ILean)
class ContactPage(ContactForm):
    """Writes to the site's administration. Not for strangers: it sends mail."""

    def __call__(self):
        require_account(self)
        return super().__call__()
