"""Settings and errors of uploads."""

from wilma.policy import _
from wilma.policy.interfaces import WilmaError
from zExceptions import BadRequest
from zope import schema
from zope.interface import Interface


ALLOWED = (
    "application/gzip",
    "application/msword",
    "application/pdf",
    "application/rtf",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.oasis.opendocument.graphics",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "audio/mpeg",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
    "text/calendar",
    "text/csv",
    "text/plain",
    "text/rtf",
    "video/mp4",
)


class IUploadSettings(Interface):
    """Registry records `wilma.uploads.*`."""

    allowed_types = schema.Tuple(
        title=_("Allowed file types"),
        description=_("MIME types, one a line. What a file holds counts, not its name."),
        value_type=schema.TextLine(),
        default=ALLOWED,
    )
    max_megabytes = schema.Int(
        title=_("Largest file in megabytes"),
        min=1,
        max=100,
        default=50,
    )


class UploadRefused(WilmaError, BadRequest):
    """The file may not be stored; the message says why, in the language of the person."""
