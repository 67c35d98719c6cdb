"""The browser layer of wilma.social and the root of WiLMA's errors."""

from wilma.theme.interfaces import IWilmaThemeLayer


class IWilmaSocialLayer(IWilmaThemeLayer):
    """A request to a site on which wilma.social is installed."""


class WilmaError(Exception):
    """Root of all errors that WiLMA raises for its callers to handle."""
