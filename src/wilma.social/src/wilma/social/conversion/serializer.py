"""A file in REST: as Plone gives it, with its preview."""

from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from wilma.social.conversion.interfaces import IConvertibleFile
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.theme.pages.interfaces import IPreview
from zope.component import adapter
from zope.component import queryMultiAdapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IConvertibleFile, IWilmaSocialLayer)
class SerializeFile(SerializeToJson):
    """Adds `preview`: `{download, width, height}`, or null."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        found = queryMultiAdapter((self.context, self.request), IPreview)
        # An old version has another file.
        is_shown = found is not None and version in (None, "current")
        result["preview"] = (
            {"download": found.url, "width": found.width, "height": found.height}
            if is_shown
            else None
        )
        return result
