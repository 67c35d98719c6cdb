"""The widget of the portrait: a file, a box to tick for none, and the square that was chosen."""

from plone.formwidget.namedfile.utils import is_file_upload
from plone.formwidget.namedfile.widget import NamedImageWidget
from wilma.social.people.portraits import Box
from z3c.form.interfaces import IDataManager
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.component import getMultiAdapter


class PortraitWidget(NamedImageWidget):
    """Without a file and a tick the picture stays; Plone's widget wants to be told by a button."""

    def extract(self, default=NO_VALUE):
        """See IWidget."""
        upload = self.request.form.get(self.name)
        if is_file_upload(upload) and upload.filename:
            return upload
        if self.request.form.get(f"{self.name}.remove"):
            return None
        return getMultiAdapter((self.context, self.field), IDataManager).query()

    @property
    def box(self) -> Box | None:
        """The chosen part; None if there is none, or it makes no sense."""
        numbers = self.request.form.get(f"{self.name}.crop")
        return Box.read(numbers.split()) if isinstance(numbers, str) else None


def PortraitFieldWidget(field, request):
    """Give the widget of the portrait."""
    return FieldWidget(field, PortraitWidget(request))
