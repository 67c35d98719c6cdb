"""What other packages may add to the pages."""

from zope.interface import Attribute
from zope.interface import Interface


class IPreview(Interface):
    """Adapter of (content, request): a small picture of what a file holds.

    The theme asks; another package may know. Without one the page shows none.
    """

    url = Attribute("Address of the picture")
    width = Attribute("Pixels")
    height = Attribute("Pixels")
