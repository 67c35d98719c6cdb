"""The page of one's own settings, and the way from Plone's page to it."""

from AccessControl import getSecurityManager
from plone import api
from plone.i18n.utility import setLanguageBinding
from Products.CMFCore.utils import getToolByName
from Products.Five.browser import BrowserView
from wilma.social import _
from wilma.social.person_state.interfaces import COLOUR_MODES
from wilma.social.person_state.interfaces import IPreferences
from wilma.social.person_state.interfaces import LANGUAGES
from wilma.social.person_state.services import with_field
from wilma.theme.pages.base import EmployeesPage
from zope.component import queryMultiAdapter


COOKIE = "I18N_LANGUAGE"
FIELDS = ("language", "colour_mode")
NAMES = {"de": "Deutsch", "en": "English", "light": _("Light"), "dark": _("Dark")}


class Settings(EmployeesPage):
    """Language and colour mode, and where to change the rest; works without JavaScript."""

    page_title = _("Settings")

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return super().__call__()
        # The token was checked before, as for every write.
        form = self.request.form
        self._choose({field: form[field] or None for field in FIELDS if field in form})
        return self.request.response.redirect(self._back(form.get("came_from", "")), status=303)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@settings"

    def languages(self) -> list[dict]:
        """What is offered: `{value, title, lang, checked}`; "" is no choice."""
        chosen = IPreferences(self.context).language(_me())
        offered = _options(LANGUAGES, chosen, _("Like the browser"))
        return [{**option, "lang": option["value"] or None} for option in offered]

    def colour_modes(self) -> list[dict]:
        """What is offered: `{value, title, checked}`; "" is no choice."""
        chosen = IPreferences(self.context).colour_mode(_me())
        return _options(COLOUR_MODES, chosen, _("Like the device"))

    def has(self, name: str) -> bool:
        """True if there is such a page on this site."""
        return queryMultiAdapter((self.context, self.request), name=name) is not None

    def _choose(self, chosen):
        with_field(IPreferences(self.context).choose, _me(), **chosen)
        if "language" in chosen:
            # What this browser remembers from before the login counts no more.
            self.request.response.expireCookie(COOKIE, path="/")
            self.request.cookies.pop(COOKIE, None)
            setLanguageBinding(self.request)
        if "came_from" not in self.request.form:
            api.portal.show_message(_("Your settings are saved."), self.request)

    def _back(self, came_from):
        here = getToolByName(self.context, "portal_url")
        is_ours = isinstance(came_from, str) and came_from and here.isURLInPortal(came_from)
        return came_from if is_ours else self.url


class ToSettings(BrowserView):
    """Plone's page of preferences offers what WiLMA has no use for."""

    def __call__(self):
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@settings")


def _options(values, chosen, no_choice):
    offered = [{"value": value, "title": NAMES[value]} for value in values]
    offered.append({"value": "", "title": no_choice})
    return [{**option, "checked": option["value"] == (chosen or "")} for option in offered]


def _me():
    return getSecurityManager().getUser().getId()
