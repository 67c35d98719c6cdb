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


class IPeopleCards(Interface):
    """Adapter of (site, request): people whom an item names by the ids of their accounts.

    The theme asks; another package may know. Without one, only what an editor typed is shown.
    """

    def card(userid):
        """Give `{name, url, phone, email}`, or None for nobody who is to be shown."""
