"""The contract of wilma.theme: its browser layer, and the mark of a lean page."""

from plone.app.contenttypes.interfaces import IPloneAppContenttypesLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from zope.interface import Attribute
from zope.interface import Interface


class IWilmaThemeLayer(IPloneAppContenttypesLayer, IEventLayer):
    """A request to a site on which wilma.theme is installed.

    It extends the layers of Plone's content types: our pages for them must win.
    """


class ILean(Interface):
    """A view whose page needs neither Plone's bundle nor its stylesheet.

    A view that provides it promises: no inline script, no style attribute, nothing that Mockup
    must bring to life. Only for people who see the toolbar the page still gets the bundle.
    """


class IPersonalChoices(Interface):
    """Adapter of (site, request): what the person who is logged in chose for themselves.

    The theme asks; another package may know. Without one, each browser keeps its own choices.
    """

    colour_mode = Attribute("`light`, `dark`, or None: as the device asks")
    page = Attribute("Address of the page to choose on; it takes `language` by POST")


class IOwnPortrait(Interface):
    """Adapter of (site, request): the portrait of the person who is logged in."""

    def url():
        """Give the address of a small square one, or None: then initials stand in its place."""


class ITool(Interface):
    """Named adapter of (site, request): one thing in the top bar of people who are logged in.

    Rendered on every page: it must be cheap. `wilma.theme.shell.chrome.Chrome` makes templates
    that are.
    """

    order = Attribute("Number; smaller ones come first, all between search and account")

    def render(shell, lang):
        """Give its HTML; `shell` is the view `wilma-shell`, `lang` the language of the page."""


class ISearchBlock(Interface):
    """Named adapter of (site, request): what another package found, on top of the search page."""

    order = Attribute("Number; smaller ones come first")
    portal_types = Attribute("Types that the block shows better: left out below it")

    def render(shell, lang, text):
        """Give HTML, a `<section>`; "" if there is nothing. `text` is what was searched for."""
