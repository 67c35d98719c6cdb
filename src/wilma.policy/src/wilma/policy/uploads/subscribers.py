"""Every file that comes into the site is looked at, whichever way it comes."""

from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamedBlobFile
from plone.namedfile.interfaces import INamedField
from plone.namedfile.interfaces import INamedImageField
from wilma.policy import _
from wilma.policy.uploads.check import check
from wilma.policy.uploads.check import translated
from wilma.policy.uploads.interfaces import UploadRefused
from zope.schema import getFieldsInOrder


def refuse_forbidden_files(content, event):
    """Check the new files of `content` and give them the type of what they hold.

    Runs for added and modified content; raises UploadRefused, which ends the transaction.
    """
    for field in _file_fields(content):
        upload = getattr(content, field.__name__, None)
        if upload is None or not _is_new(upload):
            continue
        found = check(upload)
        if INamedImageField.providedBy(field) and not found.startswith("image/"):
            raise UploadRefused(translated(_("This is no picture.")))
        if upload.contentType != found:
            upload.contentType = found


def _file_fields(content):
    for schema in iterSchemata(content):
        for _name, field in getFieldsInOrder(schema):
            if INamedField.providedBy(field):
                yield field


def _is_new(upload) -> bool:
    """Tell whether the file came in this transaction; stored ones were looked at before."""
    stored = upload._blob if INamedBlobFile.providedBy(upload) else upload
    return stored._p_jar is None or stored._p_changed or stored._p_serial == b"\0" * 8
