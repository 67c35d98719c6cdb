"""The field of the portrait, and how a chosen part of the picture comes along with it."""

from plone.dexterity.interfaces import IDexterityContent
from plone.formwidget.namedfile.converter import NamedDataConverter
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from plone.namedfile.field import NamedBlobImage
from plone.namedfile.interfaces import INamedBlobImage
from plone.namedfile.interfaces import INamedBlobImageField
from plone.restapi.deserializer.dxfields import NamedFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from wilma.social.interfaces import IWilmaSocialLayer
from wilma.social.people.portraits import Box
from wilma.social.people.portraits import check
from wilma.social.people.portraits import Portrait
from wilma.social.people.portraits import Upload
from zope.component import adapter
from zope.interface import implementer
from zope.schema.interfaces import WrongType


class IPortraitField(INamedBlobImageField):
    """A field that refuses what is no picture, without decoding it."""


@implementer(IPortraitField)
class PortraitField(NamedBlobImage):
    """See IPortraitField."""

    _type = Upload

    def _validate(self, value):
        if not INamedBlobImage.providedBy(value):
            raise WrongType(value, INamedBlobImage, self.__name__)
        if not isinstance(value, Portrait):
            check(value)


@implementer(IFieldDeserializer)
@adapter(IPortraitField, IDexterityContent, IWilmaSocialLayer)
class PortraitFromJson(NamedFieldDeserializer):
    """As plone.restapi's, and `crop`: left, top, right, bottom as shares of width and height."""

    def __call__(self, value):
        """Give the upload, with the chosen part."""
        upload = super().__call__(value)
        if isinstance(upload, Upload) and isinstance(value, dict):
            upload.box = Box.read(value.get("crop"))
        return upload


@adapter(IPortraitField, INamedFileWidget)
class PortraitConverter(NamedDataConverter):
    """As Plone's; a widget that has a `box` tells the chosen part by it."""

    def toFieldValue(self, value):
        """Give the upload, with the chosen part."""
        upload = super().toFieldValue(value)
        if isinstance(upload, Upload):
            upload.box = getattr(self.widget, "box", None)
        return upload
