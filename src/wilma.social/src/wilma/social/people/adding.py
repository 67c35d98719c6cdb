"""The form that adds a person: a profile, and an account with the login name that is asked for."""

from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.supermodel import model
from wilma.social import _
from wilma.social.interfaces import WilmaError
from wilma.social.people.interfaces import PersonRefused
from wilma.social.text import is_name
from z3c.form.interfaces import IErrorViewSnippet
from zope import schema
from zope.component import getMultiAdapter
from zope.interface import Invalid

import transaction


class ILoginName(model.Schema):
    """What a new profile needs beside its fields."""

    userid = schema.TextLine(
        title=_("Login name"),
        description=_("As the person logs in, for example amira.yilmaz. It cannot be changed."),
        max_length=100,
        constraint=is_name,
    )


class AddForm(DefaultAddForm):
    """`/people/++add++Person`; what is refused stands at its field."""

    portal_type = "Person"

    @property
    def additionalSchemata(self):
        return (ILoginName,)

    def updateFields(self):
        """Ask for the login name first."""
        super().updateFields()
        self.fields = self.fields.select(*sorted(self.fields, key=lambda name: name != USERID))

    def createAndAdd(self, data):
        """Give the new profile, or None and an error at a field."""
        before = transaction.savepoint()
        try:
            return super().createAndAdd(data)
        except WilmaError as error:
            before.rollback()
            self._refuse(error)
            return None

    def create(self, data):
        """Give the profile under its login name, not yet added."""
        userid = data.pop(USERID)
        if userid in self.context:
            raise PersonRefused(_("There is a person of this login name already."), "userid")
        person = super().create(data)
        person.id = userid
        return person

    def _refuse(self, error):
        # Refused login names come from the rules for accounts, too, which know no fields.
        widget = self.widgets.get(getattr(error, "field", None)) or self.widgets[USERID]
        widget.error = getMultiAdapter(
            (Invalid(error.args[0]), self.request, widget, widget.field, self, self.context),
            IErrorViewSnippet,
        )
        widget.error.update()
        self.widgets.errors += (widget.error,)
        self.status = self.formErrorsMessage


USERID = "ILoginName.userid"


class AddPage(DefaultAddView):
    """The page around the form."""

    form = AddForm
