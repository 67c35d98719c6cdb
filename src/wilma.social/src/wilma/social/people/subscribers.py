"""What follows in the account when a profile is made, changed, disabled or deleted.

Of the profiles in their section alone: a copy elsewhere is not the person, and moves no account.
"""

from Acquisition import aq_base
from wilma.social import _
from wilma.social.people import accounts
from wilma.social.people import place
from wilma.social.people import portraits
from wilma.social.people import rules
from wilma.social.people.interfaces import PersonRefused
from wilma.social.text import tidy
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest
from zope.schema import ValidationError


LINES = ("given_name", "family_name", "academic_title", "function", "email", "office", "phone")


def check_new(person, event) -> None:
    """Refuse a profile in the wrong place or with an unusable id, before it is anywhere."""
    if event.object is person and event.newParent is not None:
        rules.check_place(event.newParent, event.newName)
        # The mark of the section may have been copied along with it.
        if aq_base(event.newParent) is not aq_base(place.section()):
            raise PersonRefused(_("A person can only be added in the section of people."), "@type")


def complete_new(person, event) -> None:
    """Give the profile to its person, and the person an account."""
    if not place.is_in_place(person):
        return
    _tidy(person)
    _draw_portrait(person)
    rules.check_email(person)
    give_to_person(person)
    if not accounts.make_account(person):
        accounts.push(person)


def follow_change(person, event) -> None:
    """Name and address of the account follow."""
    if not place.is_in_place(person):
        return
    _tidy(person)
    _draw_portrait(person)
    rules.check_email(person)
    accounts.push(person)


def check_removal(person, event) -> None:
    """Refuse to delete oneself, and who is mightier."""
    if event.object is person and place.is_in_place(person):
        rules.check_power(person.getId())


def check_transition(person, event) -> None:
    """Refuse to disable oneself, and who is mightier."""
    if event.transition is not None and place.is_in_place(person):
        rules.check_power(person.getId())


def follow_removal(person, event) -> None:
    """The account goes with the profile; not if the whole section goes."""
    if event.object is person and place.is_in_place(person):
        accounts.delete_account(person.getId())


def give_to_person(person) -> None:
    """Make the person the owner of their profile, and nobody else."""
    userid = person.getId()
    person.manage_delLocalRoles([holder for holder, _roles in person.get_local_roles()])
    person.manage_setLocalRoles(userid, ["Owner"])
    person.creators = (userid,)
    person.reindexObjectSecurity()


def _tidy(person):
    for name in (*LINES, "mobile"):
        setattr(person, name, tidy(getattr(person, name)))
    person.topics = tuple(dict.fromkeys(map(tidy, person.topics or ())))


def _draw_portrait(person):
    if person.portrait is None or isinstance(person.portrait, portraits.Portrait):
        return
    try:
        person.portrait = portraits.draw_anew(person.portrait)
    except ValidationError as error:
        raise PersonRefused(error.doc(), "portrait") from error
    images = queryMultiAdapter((person, getRequest()), name="images")
    for side in portraits.SIDES if images is not None else ():
        images.scale("portrait", width=side, height=side, mode="cover")
