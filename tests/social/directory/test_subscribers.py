"""The roll follows the profiles."""

from plone import api
from plone.namedfile.file import NamedBlobImage
from tests.policy.conftest import make_user
from wilma.social.directory.interfaces import Entry
from wilma.social.directory.interfaces import IDirectory
from wilma.social.people.interfaces import AccountDisabled
from wilma.social.people.interfaces import AccountEnabled
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import io
import PIL.Image
import pytest


@pytest.fixture
def mia(portal):
    """The profile of mia.beer."""
    make_user("mia.beer")
    return portal.people["mia.beer"]


def change(person, **fields):
    with api.env.adopt_roles(["Manager"]):
        for name, value in fields.items():
            setattr(person, name, value)
        notify(ObjectModifiedEvent(person))


def test_a_new_account_is_found(portal, mia):
    assert IDirectory(portal).get("mia.beer").email == "mia.beer@wilma.example"
    assert IDirectory(portal).search("mia.beer").total == 1


def test_all_that_is_shown_of_a_person_is_known(portal, mia):
    change(
        mia,
        academic_title="Dr.",
        given_name="Mia",
        family_name="Beer",
        function="Referentin",
        unit="some-uid",
        phone="089 233-1",
        mobile="0171 1",
        office="4.12",
        topics=("Radwege", "Brücken"),
    )

    assert IDirectory(portal).get("mia.beer") == Entry(
        userid="mia.beer",
        fullname="Dr. Mia Beer",
        family_name="Beer",
        function="Referentin",
        unit="some-uid",
        email="mia.beer@wilma.example",
        phone="089 233-1",
        mobile="0171 1",
        office="4.12",
        topics=("Radwege", "Brücken"),
        portrait="",
    )


def test_a_small_portrait_is_made_when_the_picture_comes(portal, mia):
    data = io.BytesIO()
    PIL.Image.new("RGB", (600, 400), "navy").save(data, "PNG")
    change(mia, portrait=NamedBlobImage(data.getvalue(), filename="mia.png"))

    view, name = IDirectory(portal).get("mia.beer").portrait.split("/")
    assert view == "@@images"
    assert name.startswith("portrait-128-")
    images = mia.restrictedTraverse(view)
    assert images.publishTraverse(images.request, name).width == 128


def test_who_is_disabled_is_taken_off_and_comes_back(portal, mia):
    notify(AccountDisabled("mia.beer"))
    assert IDirectory(portal).get("mia.beer") is None
    assert IDirectory(portal).search("mia.beer").total == 0

    change(mia, function="Referentin")
    assert IDirectory(portal).get("mia.beer") is None

    notify(AccountEnabled("mia.beer"))
    assert IDirectory(portal).get("mia.beer").function == "Referentin"


def test_who_is_deleted_is_taken_off(portal, mia):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete("mia.beer")

    assert IDirectory(portal).get("mia.beer") is None
