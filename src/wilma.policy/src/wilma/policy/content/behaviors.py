"""Fields that several types share: alternative text, review date, contact."""

from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from wilma.policy import _
from zope import schema
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IChoice


class IPersonChoice(IChoice):
    """A field that holds the id of an account, and says to readers no more than the directory."""


@implementer(IPersonChoice)
class PersonChoice(schema.Choice):
    """See IPersonChoice."""


@provider(IFormFieldProvider)
class IImageAlt(model.Schema):
    """The text that stands for the lead picture where it is not seen (WCAG 1.1.1)."""

    image_alt = schema.TextLine(
        title=_("Alternative text of the lead picture"),
        description=_("What the picture shows, for people who do not see it."),
        required=False,
        max_length=250,
    )


@provider(IFormFieldProvider)
class IReviewDate(model.Schema):
    """The day on which somebody must look whether the text is still right."""

    model.fieldset("contact", label=_("Contact and review"), fields=["review_date"])

    review_date = schema.Date(
        title=_("Review on"),
        description=_("On this day somebody checks whether the text is still right."),
        required=False,
    )


@provider(IFormFieldProvider)
class IContactPoint(model.Schema):
    """Whom to ask about the content."""

    model.fieldset(
        "contact",
        label=_("Contact and review"),
        fields=["contact_person", "contact_name", "contact_phone", "contact_email"],
    )

    directives.widget("contact_person", AjaxSelectFieldWidget)
    # The id of the account. What readers see of it comes out of the directory, so it stays right.
    contact_person = PersonChoice(
        title=_("Person to ask"),
        description=_("Name and number come from the profile. For an office, leave this empty."),
        required=False,
        vocabulary="plone.app.vocabularies.Users",
    )
    contact_name = schema.TextLine(
        title=_("Contact"),
        description=_("Person or office that answers questions about this."),
        required=False,
        max_length=120,
    )
    contact_phone = schema.TextLine(title=_("Telephone"), required=False, max_length=60)
    contact_email = schema.TextLine(
        title=_("E-mail"),
        required=False,
        max_length=120,
        constraint=lambda value: "@" in value,
    )
