"""The form of a profile: the person's own part, and for who keeps the people data all of it."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from plone.app.z3cform.widgets.select import SelectFieldWidget
from plone.dexterity.browser.edit import DefaultEditForm
from plone.protect import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from wilma.social import _
from wilma.social.people.faces import Face
from wilma.social.people.faces import face_of
from wilma.social.people.fields import FIRST_LANGUAGES
from wilma.social.people.fields import form_field
from wilma.social.people.fields import FormField
from wilma.social.people.fields import TopicsFieldWidget
from wilma.social.people.interfaces import PersonRefused
from wilma.social.people.portrait_widget import PortraitFieldWidget
from wilma.social.units.interfaces import IUnits
from wilma.theme.interfaces import ILean
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.component.hooks import getSite
from zope.interface import implementer
from zope.interface import Invalid

import transaction


OWN = (
    (_("How to reach you"), ("phone", "mobile", "office")),
    (_("What to ask you about"), ("topics", "languages", "about")),
)
OF_THE_ADMINISTRATION = (
    "academic_title",
    "given_name",
    "family_name",
    "function",
    "unit",
    "email",
)
WIDGETS = {
    "unit": SelectFieldWidget,
    "portrait": PortraitFieldWidget,
    "languages": CheckBoxFieldWidget,
    "topics": TopicsFieldWidget,
}


@implementer(ILean)
class ProfileForm(DefaultEditForm):
    """`/people/<userid>/edit`: works without JavaScript; what one may not change is only told."""

    template = ViewPageTemplateFile("templates/form.pt")
    success_message = _("The profile is saved.")

    @property
    def label(self):
        return _("Edit profile")

    @property
    def page_title(self):
        """A mistake is told in the title, too: that is what screen readers say first."""
        return _("Mistake – edit profile") if self.faulty else self.label

    def updateFields(self):
        """Take widgets that need no scripts."""
        super().updateFields()
        for name, factory in WIDGETS.items():
            if name in self.fields:
                self.fields[name].widgetFactory = factory

    @button.buttonAndHandler(_("Save"), name="save")
    def handle_save(self, action):
        """Store, and lead to the profile; what is refused stands at its field."""
        if self.request.method != "POST":
            # An address stores nothing; stock Plone reads buttons out of it, too.
            return
        data, errors = self.extractData()
        if errors or not self._store(data):
            self.status = self.formErrorsMessage
            return
        api.portal.show_message(self.success_message, self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)

    @property
    def face(self) -> Face:
        return face_of(self.context)

    @cached_property
    def own(self) -> bool:
        return getSecurityManager().getUser().getId() == self.context.getId()

    @property
    def token(self) -> str:
        return createToken()

    @cached_property
    def drawn(self) -> dict[str, FormField]:
        """All fields that the person may write, by name."""
        return {name: form_field(widget) for name, widget in self.widgets.items()}

    def groups_drawn(self) -> list[tuple]:
        """[(heading, fields)]; groups without a field that may be written are left out."""
        groups = (*OWN, (_("What the administration says"), OF_THE_ADMINISTRATION))
        drawn = (
            (heading, [self.drawn[name] for name in names if name in self.drawn])
            for heading, names in groups
        )
        return [group for group in drawn if group[1]]

    def first(self, options: list[dict]) -> tuple[list, list]:
        """Part languages: those that are chosen or spoken by many, and all others."""
        near = [o for o in options if o["chosen"] or o["value"] in FIRST_LANGUAGES]
        return near, [o for o in options if o not in near]

    @cached_property
    def faulty(self) -> list[FormField]:
        """Fields with a mistake, in the order of the page."""
        return [field for field in self.drawn.values() if field.error]

    def said(self) -> list[tuple]:
        """[(label, text)] of what only others may change; empty for those others."""
        if set(OF_THE_ADMINISTRATION) & set(self.drawn):
            return []
        person = self.context
        line = IUnits(getSite()).line(person.unit) if person.unit else []
        rows = (
            (_("Name"), person.title),
            (_("Function"), person.function),
            (_("Unit"), " › ".join(unit.title for unit in line)),
            (_("E-mail"), person.email),
        )
        return [row for row in rows if row[1]]

    def _store(self, data):
        # What the model refuses is refused while it is written: all of it is taken back.
        before = transaction.savepoint()
        try:
            self.applyChanges(data)
        except PersonRefused as error:
            before.rollback()
            self._refuse(error)
            return False
        return True

    def _refuse(self, error):
        widget = self.widgets.get(error.field)
        if widget is None:
            raise error
        widget.error = getMultiAdapter(
            (Invalid(error.args[0]), self.request, widget, widget.field, self, self.context),
            IErrorViewSnippet,
        )
        widget.error.update()
