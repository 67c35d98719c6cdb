"""What people read about jobs: names of kinds, and why something failed."""

from wilma.social import _
from wilma.social.outbox.interfaces import IJob
from zope.component import getUtilitiesFor
from zope.i18n import translate

import re


INTERRUPTED = _("It was interrupted")
CONFLICTS = _("Others were writing all the time")
UNKNOWN = _("This kind of job is not known any more")

CODE = re.compile(r"(?P<words>.*?)(?P<code> \(\d+\))?", re.S)


def titles() -> dict:
    """{kind: translatable title} of all kinds that are known now."""
    return {kind: getattr(job, "title", kind) for kind, job in getUtilitiesFor(IJob)}


def reason(text: str, request) -> str:
    """The reason in the reader's language, with the number that a server gave."""
    parts = CODE.fullmatch(text)
    words = translate(parts["words"], domain="wilma", context=request)
    return words + (parts["code"] or "")
