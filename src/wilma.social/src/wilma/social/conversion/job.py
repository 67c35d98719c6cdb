"""The job of the worker: convert one file and let search know."""

from plone.app.uuid.utils import uuidToObject
from wilma.social import _
from wilma.social.conversion import storage
from wilma.social.conversion.interfaces import IConvertible
from wilma.social.conversion.printing import picture_of
from wilma.social.conversion.sandbox import convert
from wilma.social.conversion.sandbox import Made
from wilma.social.conversion.sandbox import NoResources
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import Later
from zope.interface import implementer

import dataclasses
import logging
import time


log = logging.getLogger("wilma.conversion")


@implementer(IJob)
class Convert:
    """Payload: `{uid}`. What fails because of the file is remembered, not tried again."""

    title = _("Text and preview of a file")
    slow = True

    def __init__(self) -> None:
        # The transaction may meet another write and be done again: the file is the same.
        self.last: tuple[str, Made] | None = None

    def __call__(self, site, payload, job_id):
        """Store what comes out. Raises Later if the machine has nothing left for it."""
        uid = payload["uid"]
        content = uuidToObject(uid, unrestricted=True)
        if not IConvertible.providedBy(content):
            return
        blob = storage.blob_of(content)
        kept = storage.read(site)
        if blob is None:
            kept.pop(uid, None)
            return
        made_of = storage.identity(blob)
        if uid in kept and kept[uid].made_of == made_of:
            return
        kept[uid] = storage.Conversion(made_of, self._made(uid, content, made_of))
        # Not the date of change, no version: the file is as it was.
        content.reindexObject(idxs=["SearchableText"])

    def _made(self, uid, content, made_of) -> Made:
        if self.last is None or self.last[0] != made_of:
            self.last = made_of, _convert(uid, storage.named_file_of(content))
        return self.last[1]


def _convert(uid, named_file) -> Made:
    started = time.monotonic()
    try:
        with named_file.open() as source:
            made = convert(source, named_file.contentType)
            if not made.preview and not made.reason:
                source.seek(0)
                made = _with_picture(made, picture_of(source, named_file.contentType))
    except NoResources as error:
        raise Later(f"No room for the converter: {error.args[0]}") from error
    level = logging.WARNING if made.reason in ("crash", "limit") else logging.INFO
    # Nothing of the file, not even its name: logs are read by many.
    log.log(
        level,
        "%s (%s): %s, %d signs of text, %d bytes of preview, %.1f s",
        uid,
        named_file.contentType,
        made.reason or "done",
        len(made.text),
        len(made.preview),
        time.monotonic() - started,
    )
    return made


def _with_picture(made, printed) -> Made:
    if printed is None or not printed.preview:
        return made
    return dataclasses.replace(
        made, preview=printed.preview, width=printed.width, height=printed.height
    )
