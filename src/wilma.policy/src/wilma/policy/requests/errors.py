"""The one error handler: pages and REST, for everything that is raised below the site."""

from AccessControl.SecurityManagement import newSecurityManager
from contextlib import suppress
from plone.i18n.utility import setLanguageBinding
from urllib.parse import quote
from wilma.policy import _
from wilma.policy.identity.interfaces import Throttled
from wilma.policy.requests import answers
from wilma.policy.requests import door
from wilma.policy.requests import gate
from wilma.policy.requests import redirects
from wilma.policy.requests import urls
from wilma.policy.requests.interfaces import LoginRequired
from wilma.policy.requests.interfaces import NotOnThisMachine
from wilma.policy.requests.whois import find_user
from wilma.policy.requests.whois import wants_json
from wilma.theme.pages.error import ErrorPage as Page
from zExceptions import Forbidden
from zExceptions import HTTPRedirection
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate

import json
import logging
import secrets


logger = logging.getLogger(__name__)

LONGEST_CAME_FROM = 2000
SAY_NOTHING = (NotFound, Unauthorized, Forbidden, HTTPRedirection)


class ErrorPage(Page):
    """View of an exception. No traceback, no path, no name of what the person may not see."""

    reference = ""

    def __call__(self):
        error, request = self.context, self.request
        portal = getattr(request, "_wilma_portal", None)
        user = self._user(portal)
        if isinstance(error, HTTPRedirection) and user is not None:
            return self._redirect(error.headers["Location"], error.getStatus())
        if isinstance(error, LoginRequired) or self._must_log_in(error, user):
            return self._ask_for_login(portal)
        if isinstance(error, NotFound) and user is not None:
            target = redirects.find_target(portal, request, user)
            if target:
                status = 302 if request.get("REQUEST_METHOD") in ("GET", "HEAD") else 307
                return self._redirect(target, status)
        return self._answer(self._answer_for(error, user), portal)

    def _user(self, portal):
        request = self.request
        who, user = getattr(request, "_wilma_who", None), None
        # Who asks matters only where the answer could tell something.
        if who is not None or isinstance(self.context, SAY_NOTHING):
            with suppress(Throttled):
                user = find_user(request, portal)
        if user is not None:
            # Zope's own try may have left the person bound to the place that was refused.
            newSecurityManager(request, user)
            # Plone chose a language before it was known who asks.
            setLanguageBinding(request)
        return user

    def _must_log_in(self, error, user):
        return user is None and isinstance(error, SAY_NOTHING)

    def _answer_for(self, error, user):
        content = gate.closest_content(self.request)
        may_see = content is None or user is not None and user.has_permission("View", content)
        answer = answers.for_error(error, self.request, may_see)
        if answer.status == 500:
            self.reference = secrets.token_hex(4)
            logger.error("Error %s at %s", self.reference, self.request["URL"], exc_info=error)
            answer.message = _(
                "The error was written down with the number ${reference}.",
                mapping={"reference": self.reference},
            )
        return answer

    def _ask_for_login(self, portal):
        if wants_json(self.request):
            message = _("Please log in.")
            bearer = {"WWW-Authenticate": 'Bearer realm="WiLMA"'}
            return self._json(answers.Answer(401, "Unauthorized", message, bearer))
        url = urls.site_url(portal) + "/login"
        asked = self._asked_url(portal)
        return self._redirect(f"{url}?came_from={quote(asked, safe='')}" if asked else url, 302)

    def _asked_url(self, portal):
        request = self.request
        if request.get("REQUEST_METHOD") != "GET":
            return ""
        path = "/".join(quote(name, safe="@+~") for name in request._wilma_names)
        query = request.get("QUERY_STRING", "")
        asked = f"{urls.site_url(portal)}/{path}" + (f"?{query}" if query else "")
        return asked if len(asked) < LONGEST_CAME_FROM and "__ac_password" not in query else ""

    def _redirect(self, url, status):
        response = self.request.response
        self._begin(status)
        response.redirect(url, status=status, lock=1)
        return ""

    def _answer(self, answer, portal):
        if wants_json(self.request):
            return self._json(answer)
        self._begin(answer.status, answer.headers)
        self.request.response.setHeader("Content-Type", "text/html; charset=utf-8")
        self.status, self.title, self.message = answer.status, answer.title, answer.message
        if isinstance(self.context, NotOnThisMachine):
            return self._plain()
        try:
            return self._page(portal)
        except Exception:
            logger.exception("The error page could not be rendered.")
            return self._plain()

    def _page(self, portal):
        # The same place for all: breadcrumbs, a view's name or what was remembered while looking
        # at the hidden page would tell where it was.
        request = self.request
        self.context = self.__parent__ = portal
        request["PARENTS"] = [portal, portal.getPhysicalRoot()]
        request["URL"] = request["ACTUAL_URL"]
        request.response.base = ""
        _forget(request)
        return self.index()

    def _plain(self):
        words = (translate(text, context=self.request) for text in (self.title, self.message))
        return door.PLAIN.format(*words)

    def _json(self, answer):
        self._begin(answer.status, answer.headers)
        self.request.response.setHeader("Content-Type", "application/json")
        message = translate(answer.message, context=self.request)
        return json.dumps({"type": answer.kind, "message": message, **answer.extra})

    def _begin(self, status, headers=None):
        response = self.request.response
        self.request["PUBLISHED"] = door.Answered()
        # PAS must not turn the answer into a challenge of its own.
        response._has_challenged = True
        response.headers.pop("location", None)
        response.setStatus(status, lock=1)
        response.setHeader("Cache-Control", "private, no-store")
        for name, value in (headers or {}).items():
            response.setHeader(name, value)


def _forget(request):
    # borg.localrole remembers refusals by the address in memory of objects that are long gone.
    remembered = IAnnotations(request)
    for key in list(remembered):
        if key == "plone.memoize" or key.startswith("borg.localrole"):
            del remembered[key]
