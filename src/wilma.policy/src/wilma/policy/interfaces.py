"""The browser layer of wilma.policy and the root of its errors."""

from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.interfaces import WilmaError


__all__ = ["IWilmaLayer", "WilmaError"]


class IWilmaLayer(IWilmaSocialLayer):
    """A request to a site on which wilma.policy is installed."""
