"""The browser layer of wilma.theme."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IWilmaThemeLayer(IDefaultBrowserLayer):
    """A request to a site on which wilma.theme is installed."""
