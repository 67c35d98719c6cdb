"""The contract of wilma.theme: its browser layer, and the mark of a lean page."""

from plone.app.contenttypes.interfaces import IPloneAppContenttypesLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
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
