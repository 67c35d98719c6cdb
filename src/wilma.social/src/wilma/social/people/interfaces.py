"""The contract of people: profile content at /people/<userid>; the account lives in PAS."""

from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from wilma.social import _
from wilma.social.interfaces import WilmaError
from zope import schema
from zope.interface import Interface


class IPeople(Interface):
    """Marker of the section /people, in which the profiles lie."""


class IPerson(model.Schema):
    """A person. What the administration says needs Manage people; the rest is the person's own."""

    directives.write_permission(
        given_name="wilma.social.ManagePeople",
        family_name="wilma.social.ManagePeople",
        academic_title="wilma.social.ManagePeople",
        unit="wilma.social.ManagePeople",
        function="wilma.social.ManagePeople",
        email="wilma.social.ManagePeople",
    )
    given_name = schema.TextLine(title=_("Given name"), required=False, max_length=300)
    family_name = schema.TextLine(title=_("Family name"), max_length=300)
    academic_title = schema.TextLine(title=_("Title"), required=False, max_length=60)
    # UID of an OrgUnit.
    unit = schema.Choice(title=_("Unit"), required=False, vocabulary="wilma.social.units")
    function = schema.TextLine(title=_("Function"), required=False, max_length=200)
    email = schema.TextLine(title=_("E-mail"), required=False, max_length=254)
    portrait = NamedBlobImage(title=_("Portrait"), required=False)
    office = schema.TextLine(title=_("Room"), required=False, max_length=100)
    phone = schema.TextLine(title=_("Phone"), required=False, max_length=50)
    mobile = schema.TextLine(title=_("Mobile phone"), required=False, max_length=50)
    languages = schema.Tuple(
        title=_("Languages"),
        required=False,
        value_type=schema.Choice(vocabulary="wilma.social.languages"),
        missing_value=(),
        default=(),
    )
    topics = schema.Tuple(
        title=_("Ask me about"),
        description=_("One topic a line, for example cycle paths."),
        required=False,
        value_type=schema.TextLine(max_length=80),
        max_length=30,
        missing_value=(),
        default=(),
    )
    about = schema.Text(title=_("About me"), required=False, max_length=5000)


class NoSuchPerson(WilmaError, KeyError):
    """There is no profile of this id."""
