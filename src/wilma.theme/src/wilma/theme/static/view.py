"""Serving of the built files."""

from wilma.theme.interfaces import IWilmaThemeLayer
from wilma.theme.static.files import served
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserPublisher


YEAR = "public, max-age=31536000, immutable"


@implementer(IBrowserPublisher)
@adapter(IWilmaThemeLayer)
class StaticFiles:
    """`++resource++wilma/<name with hash>`: open to everybody, kept by browsers for a year."""

    # Zope's way to say: public.
    __roles__ = None
    __parent__ = None
    name = None

    def __init__(self, request):
        self.request = request

    def browserDefault(self, request):
        return self, ()

    def publishTraverse(self, request, name):
        """One more name, if it is a built file; everything else is not found."""
        if self.name is not None or name not in served():
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self) -> bytes:
        if self.name is None:
            raise NotFound("wilma")
        file = served()[self.name]
        response = self.request.response
        response.setHeader("Content-Type", file.content_type)
        response.setHeader("Cache-Control", YEAR)
        response.setHeader("X-Content-Type-Options", "nosniff")
        if file.gzipped is None:
            return file.body
        response.setHeader("Vary", "Accept-Encoding")
        if "gzip" not in self.request.get("HTTP_ACCEPT_ENCODING", ""):
            return file.body
        response.setHeader("Content-Encoding", "gzip")
        return file.gzipped
