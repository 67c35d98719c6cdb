"""Plone's own forms for accounts refuse at the field what would be refused when it is stored."""

from AccessControl import getSecurityManager
from wilma.social.people import place
from wilma.social.people import rules
from z3c.form.validator import SimpleFieldValidator
from zope.interface import Invalid


class AddressOfOne(SimpleFieldValidator):
    """Of an e-mail field: nobody else may have the address."""

    def validate(self, value, force=False):
        """Raise Invalid for the address of somebody else."""
        super().validate(value, force)
        if rules.is_taken(value, but=self._userid()):
            raise Invalid(rules.TAKEN)

    def _userid(self):
        return self.request.form.get("userid") or getSecurityManager().getUser().getId()


class NewAddressOfOne(AddressOfOne):
    """Of the form for a new account: everybody else is somebody else."""

    def _userid(self):
        return None


class NewLoginName(SimpleFieldValidator):
    """Of the login name of a new account: it will be the id of a profile."""

    def validate(self, value, force=False):
        """Raise Invalid for a name that no profile may have."""
        super().validate(value, force)
        section = place.section()
        if self.field.__name__ != "username" or section is None or not value:
            return
        reason = rules.id_problem(section, value)
        if reason is not None:
            raise Invalid(reason)
