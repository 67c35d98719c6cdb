"""Look into a file and tell what it is; refuse what the city does not allow."""

from plone.registry.interfaces import IRegistry
from wilma.policy import _
from wilma.policy.uploads.interfaces import IUploadSettings
from wilma.policy.uploads.interfaces import UploadRefused
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate

import magic


PREFIX = "wilma.uploads"
MEGABYTE = 1024 * 1024
# libmagic sees plain text where the name says which kind of text; these are safe as text.
TEXT_BY_NAME = frozenset({"text/csv", "text/calendar"})


def check(upload) -> str:
    """Give the MIME type of what a NamedFile or NamedBlobFile holds.

    Raises UploadRefused, with a translated message, if it is too large, of a type that
    `wilma.uploads.allowed_types` does not list, or a picture that is none.
    """
    settings = getUtility(IRegistry).forInterface(IUploadSettings, prefix=PREFIX)
    if upload.getSize() > settings.max_megabytes * MEGABYTE:
        raise UploadRefused(_too_large(upload, settings.max_megabytes))
    found = content_type(upload)
    if found not in settings.allowed_types:
        raise UploadRefused(_not_allowed(upload, found))
    return found


def content_type(upload) -> str:
    """Give the MIME type that libmagic finds in the bytes of the upload."""
    found = _of_bytes(upload)
    declared = upload.contentType
    if found == "text/plain" and declared in TEXT_BY_NAME:
        return declared
    return found


def _of_bytes(upload) -> str:
    with upload.open() as stream:
        # The whole office document: its type is told by entries far behind the first bytes.
        return magic.from_buffer(stream.read(8 * MEGABYTE), mime=True)


def _too_large(upload, megabytes):
    return translated(
        _(
            'The file "${name}" is larger than ${size} MB.',
            mapping={"name": upload.filename or "", "size": megabytes},
        )
    )


def _not_allowed(upload, found):
    return translated(
        _(
            'The file "${name}" holds ${type}. Files of this type may not be stored here.',
            mapping={"name": upload.filename or "", "type": found},
        )
    )


def translated(message) -> str:
    """The message in the language of the person; errors are shown where nobody translates."""
    return translate(message, context=getRequest())
