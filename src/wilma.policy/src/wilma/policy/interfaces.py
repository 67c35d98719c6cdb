"""The browser layer of wilma.policy and the root of its errors."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IWilmaLayer(IDefaultBrowserLayer):
    """A request to a site on which wilma.policy is installed."""


class WilmaError(Exception):
    """Root of all errors that WiLMA raises for its callers to handle."""
