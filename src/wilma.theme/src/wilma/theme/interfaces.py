"""The contract of wilma.theme: its browser layer, and the mark of a lean page."""

from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IWilmaThemeLayer(IDefaultBrowserLayer):
    """A request to a site on which wilma.theme is installed."""


class ILean(Interface):
    """A view whose page needs neither Plone's bundle nor its stylesheet.

    A view that provides it promises: no inline script, no style attribute, nothing that Mockup
    must bring to life. Only for people who see the toolbar the page still gets the bundle.
    """
