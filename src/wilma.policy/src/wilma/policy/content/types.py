"""Classes of our content types: Plone's own, with a View that follows the dates."""

from plone.app.contenttypes import content
from wilma.policy import _
from wilma.policy.publication.dates import DatedView
from zExceptions import BadRequest


class Document(DatedView, content.Document):
    """A page."""


class Event(DatedView, content.Event):
    """An event."""


class File(DatedView, content.File):
    """A file to download."""


class Folder(DatedView, content.Folder):
    """A folder."""

    def _verifyObjectPaste(self, obj, validate_src=True):
        # Of a type that is not allowed here: asked for by mistake, no fault of the server.
        try:
            super()._verifyObjectPaste(obj, validate_src)
        except ValueError as error:
            raise BadRequest(_("This cannot be put here.")) from error


class Image(DatedView, content.Image):
    """A picture."""


class Link(DatedView, content.Link):
    """A link."""


class NewsItem(DatedView, content.NewsItem):
    """A news item."""
