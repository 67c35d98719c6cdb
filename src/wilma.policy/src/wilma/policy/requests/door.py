"""Errors before a request reached any site: input nobody can read, and addresses at the root.

There is no look yet, and no site to translate for; the words are few and plain.
"""

from Products.Five.browser import BrowserView
from wilma.policy import _
from wilma.policy.requests import answers
from wilma.policy.requests.whois import wants_json
from zExceptions import BadRequest
from zExceptions import HTTPException
from zope.i18n import translate

import json
import logging
import secrets


logger = logging.getLogger(__name__)

PLAIN = (
    "<!DOCTYPE html><html lang='de'><meta charset='utf-8'>"
    "<title>{0}</title><h1>{0}</h1><p>{1}</p></html>"
)


class Answered:
    """Stands for the published object once its error is answered; nothing can be acquired.

    Plone's error log hangs there. It keeps whole requests, passwords included, to be looked at.
    """


class DoorError(BrowserView):
    """View of such an exception: no traceback, no details of the machine."""

    def __call__(self):
        answer = self._answer()
        self.request["PUBLISHED"] = Answered()
        response = self.request.response
        response.setStatus(answer.status, lock=1)
        response.setHeader("Cache-Control", "private, no-store")
        if wants_json(self.request):
            response.setHeader("Content-Type", "application/json")
            return json.dumps({"type": answer.kind, "message": self._say(answer.message)})
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        return PLAIN.format(self._say(answer.title), self._say(answer.message))

    def _answer(self):
        error = self.context
        if self.request.get("ACTUAL_URL") is None:
            # The form or the body could not be read, so nothing was looked for.
            if isinstance(error, BadRequest) and "memory" in str(error):
                return answers.Answer(
                    413,
                    "RequestEntityTooLarge",
                    _("What you sent is too long. Please shorten the text or send it as a file."),
                )
            return answers.Answer(400, "BadRequest", _("The request was not understood."))
        if isinstance(error, HTTPException) and error.getStatus() < 500:
            return answers.Answer(error.getStatus(), type(error).__name__, "")
        answer = answers.for_anybody(error, self.request)
        if answer.status == 500:
            reference = secrets.token_hex(4)
            logger.error("Error %s at %s", reference, self.request.get("URL"), exc_info=error)
            answer.message = _(
                "The error was written down with the number ${reference}.",
                mapping={"reference": reference},
            )
        return answer

    def _say(self, text):
        english = self.request.getHeader("Accept-Language", "").lower().startswith("en")
        return translate(text, target_language="en" if english else "de")
