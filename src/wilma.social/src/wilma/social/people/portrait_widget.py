"""The widget of the portrait: a file, a box to tick for none, and the square that was chosen."""

from dataclasses import dataclass
from plone.formwidget.namedfile.utils import is_file_upload
from plone.formwidget.namedfile.widget import NamedImageWidget
from z3c.form.interfaces import IDataManager
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.component import getMultiAdapter

import math


@dataclass(frozen=True)
class Box:
    """A part of a picture as it is seen: shares of its width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


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
        return read_box(self.request.form.get(f"{self.name}.crop"))


def PortraitFieldWidget(field, request):
    """Give the widget of the portrait."""
    return FieldWidget(field, PortraitWidget(request))


def read_box(text) -> Box | None:
    """Give the box of four numbers; None for anything else."""
    try:
        box = Box(*map(float, text.split()))
    except (AttributeError, TypeError, ValueError):
        return None
    numbers = (box.left, box.top, box.right, box.bottom)
    sound = all(math.isfinite(number) and 0 <= number <= 1 for number in numbers)
    return box if sound and box.left < box.right and box.top < box.bottom else None
