"""The preview over HTTP, and its address for pages."""

from Products.Five.browser import BrowserView
from wilma.social.conversion.interfaces import IConverted
from wilma.social.conversion.interfaces import IConvertibleFile
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.theme.pages.interfaces import IPreview
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer


class PreviewImage(BrowserView):
    """`<file>/@@preview`: the picture itself, for who may see the file."""

    def __call__(self):
        """Give the bytes, or 304. Raises NotFound if there is none."""
        stored = IConverted(self.context).preview
        if stored is None:
            raise NotFound("preview")
        stored.blob._p_activate()
        etag = f'"{stored.blob._p_serial.hex()}"'
        response = self.request.response
        # A browser keeps it, and asks each time whether the person may still see it.
        response.setHeader("Cache-Control", "private, no-cache")
        response.setHeader("ETag", etag)
        if self.request.getHeader("If-None-Match") == etag:
            response.setStatus(304)
            return b""
        response.setHeader("Content-Type", "image/webp")
        response.setHeader("Content-Disposition", "inline")
        response.setHeader("X-Content-Type-Options", "nosniff")
        with stored.blob.open("r") as source:
            return source.read()


@implementer(IPreview)
class PagePreview:
    """See IPreview."""

    def __init__(self, stored, url):
        self.width = stored.width
        self.height = stored.height
        self.url = url


@implementer(IPreview)
@adapter(IConvertibleFile, IWilmaSocialLayer)
def preview_of(content, request) -> PagePreview | None:
    """Give the preview of a file for its page; None if there is none (yet)."""
    stored = IConverted(content).preview
    if stored is None:
        return None
    return PagePreview(stored, f"{content.absolute_url()}/@@preview")
