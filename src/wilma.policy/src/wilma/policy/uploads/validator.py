"""The same check in forms, so that the message stands beside the field."""

from plone.namedfile.interfaces import INamed
from plone.namedfile.interfaces import INamedField
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.uploads.check import check
from wilma.policy.uploads.interfaces import UploadRefused
from z3c.form.validator import SimpleFieldValidator
from zope.component import adapter
from zope.interface import Interface
from zope.interface import Invalid


@adapter(Interface, IWilmaLayer, Interface, INamedField, Interface)
class UploadValidator(SimpleFieldValidator):
    """Refuses in the form what the subscriber would refuse when it is stored."""

    def validate(self, value, force=False):
        """Raise Invalid with the message of UploadRefused; otherwise do as z3c.form does."""
        super().validate(value, force)
        if not INamed.providedBy(value):
            return
        try:
            check(value)
        except UploadRefused as refused:
            raise Invalid(str(refused)) from refused
