"""The contract of people: profile content at /people/<userid>; the account lives in PAS.

Who wants to follow people subscribes to the events of the content's life: IObjectAddedEvent,
IObjectModifiedEvent, IObjectRemovedEvent of zope.lifecycleevent, and IAfterTransitionEvent of
Products.DCWorkflow (state `active` or `disabled`), each for IPerson. They are sent whichever way a
person is changed: form, REST, account, code. A person is shown to employees while `active`.
"""

from plone.autoform import directives
from plone.schema import Email
from plone.supermodel import model
from wilma.social import _
from wilma.social.interfaces import WilmaError
from wilma.social.people.portrait_field import PortraitField
from wilma.social.text import is_line
from wilma.social.text import is_name
from wilma.social.text import is_text
from zExceptions import BadRequest
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent
from zope.viewlet.interfaces import IViewletManager


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
    given_name = schema.TextLine(
        title=_("Given name"), required=False, max_length=300, constraint=is_line
    )
    family_name = schema.TextLine(
        title=_("Family name"),
        description=_("Or the only name there is."),
        max_length=300,
        constraint=is_name,
    )
    academic_title = schema.TextLine(
        title=_("Title"),
        description=_("For example Dr."),
        required=False,
        max_length=60,
        constraint=is_line,
    )
    # UID of an OrgUnit.
    unit = schema.Choice(title=_("Unit"), required=False, vocabulary="wilma.social.units")
    function = schema.TextLine(
        title=_("Function"), required=False, max_length=200, constraint=is_line
    )
    email = Email(title=_("E-mail"), required=False, max_length=254, constraint=is_line)
    portrait = PortraitField(title=_("Portrait"), required=False)
    office = schema.TextLine(title=_("Room"), required=False, max_length=100, constraint=is_line)
    phone = schema.TextLine(title=_("Phone"), required=False, max_length=50, constraint=is_line)
    mobile = schema.TextLine(
        title=_("Mobile phone"), required=False, max_length=50, constraint=is_line
    )
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
        value_type=schema.TextLine(max_length=80, constraint=is_name),
        max_length=30,
        missing_value=(),
        default=(),
    )
    about = schema.Text(title=_("About me"), required=False, max_length=5000, constraint=is_text)


class IProfileSlot(IViewletManager):
    """The place of other features on a profile, below what the person says of themself.

    A viewlet for IPerson and this manager is a card of its own, or renders nothing; `weight`
    (100 without) says where.
    """


class IAccountMade(IObjectEvent):
    """The profile `object` came first, and got an account with a password that nobody knows.

    Sent in the same transaction; who listens helps the person to a password.
    """


@implementer(IAccountMade)
class AccountMade(ObjectEvent):
    """See IAccountMade."""


class IAccountDisabled(Interface):
    """Nobody can use the account any more. The profile follows: nobody is shown it any more."""

    userid = Attribute("Id of the account")


class IAccountEnabled(Interface):
    """The account can be used again. The profile follows."""

    userid = Attribute("Id of the account")


@implementer(IAccountDisabled)
class AccountDisabled:
    """See IAccountDisabled."""

    def __init__(self, userid: str):
        self.userid = userid


@implementer(IAccountEnabled)
class AccountEnabled:
    """See IAccountEnabled."""

    def __init__(self, userid: str):
        self.userid = userid


class PersonRefused(WilmaError, BadRequest):
    """The profile, or the account, may not be stored so; `field` says where, `args[0]` why.

    Not a ValueError: Plone's services answer those with 400 and commit what was done before.
    """

    def __init__(self, reason: str, field: str | None = None):
        if isinstance(reason, PersonRefused):
            # The workflow tool raises a copy, made of the error itself.
            reason, field = reason.args[0], reason.field
        super().__init__(reason)
        self.field = field
