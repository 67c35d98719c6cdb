"""Classes of our content types: Plone's own, with a View that follows the dates."""

from plone.app.contenttypes import content
from wilma.policy.publication.dates import DatedView


class Document(DatedView, content.Document):
    """A page."""


class Event(DatedView, content.Event):
    """An event."""


class File(DatedView, content.File):
    """A file to download."""


class Folder(DatedView, content.Folder):
    """A folder."""


class Image(DatedView, content.Image):
    """A picture."""


class Link(DatedView, content.Link):
    """A link."""


class NewsItem(DatedView, content.NewsItem):
    """A news item."""
