"""The contract of conversion: what the worker made of a file, and which content has it."""

from plone.app.contenttypes.interfaces import IFile
from plone.app.contenttypes.interfaces import IImage
from zope.interface import Attribute
from zope.interface import Interface


class IConvertible(Interface):
    """Content whose file the worker reads."""


# They extend Plone's own interfaces: what is registered for them comes before what Plone says.
class IConvertibleFile(IConvertible, IFile):
    """Text and preview."""


class IConvertibleImage(IConvertible, IImage):
    """Preview; a picture holds no text."""


class IConverted(Interface):
    """Adapter of convertible content: what was made of its present file. Reading never writes.

    Before the worker was there, and after the file was replaced, there is nothing.
    """

    state = Attribute(
        "`none`: there is no file; `waiting`: the worker comes; `done`; else why there is not more:"
        " `unsupported` (nothing reads this type), `empty`, `encrypted`, `broken`, `limit` (too"
        " large, too slow), `crash`. It is not tried again until the file is replaced."
    )
    text = Attribute("Words of the file for search, at most a million signs")
    preview = Attribute("IStoredPreview, or None")


class IStoredPreview(Interface):
    """A small picture of the file, made by us: WebP."""

    blob = Attribute("The ZODB blob")
    width = Attribute("Pixels")
    height = Attribute("Pixels")


class IConversions(Interface):
    """Adapter of the site."""

    installed = Attribute("False on a site without the profile of wilma.social: nothing is kept")

    def ask(content):
        """Write a job for the worker if the content's file has not been converted yet."""

    def ask_for_all():
        """The same for all files and pictures of the site; how many jobs were written."""

    def forget(uid):
        """The content is gone."""
