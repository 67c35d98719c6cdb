"""Whom to ask: a person out of the directory, or what the editor typed."""

from plone import api
from plone.restapi.interfaces import ISerializeToJson
from tests.policy.conftest import make_user
from wilma.policy.content.behaviors import IContactPoint
from wilma.policy.interfaces import IWilmaLayer
from wilma.social.directory.interfaces import Entry
from wilma.social.directory.interfaces import IDirectory
from wilma.theme.pages.items import DocumentPage
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import alsoProvides

import json
import pytest


@pytest.fixture
def contact(portal, make):
    """Give what a page with these fields shows."""
    entry = Entry("amira", "Amira Yılmaz", "Yılmaz", phone="233-1", email="a@wilma.example")
    IDirectory(portal).put(entry)

    def contact(**fields):
        page = make("Document", portal.wissen, by="elsewhere", **fields)
        alsoProvides(getRequest(), IWilmaLayer)
        with api.env.adopt_user("employee"):
            return DocumentPage(page, getRequest()).contact

    return contact


def test_a_person_is_shown_as_their_profile_says(portal, contact):
    assert contact(contact_person="amira", contact_name="Früher jemand") == {
        "name": "Amira Yılmaz",
        "url": f"{portal.absolute_url()}/people/amira",
        "phone": "233-1",
        "email": "a@wilma.example",
    }


def test_a_number_that_was_typed_counts_before_the_profile(contact):
    assert contact(contact_person="amira", contact_phone="233-99")["phone"] == "233-99"


def test_an_office_is_what_was_typed(contact):
    assert contact(contact_name="Poststelle", contact_phone="233-5") == {
        "name": "Poststelle",
        "url": None,
        "phone": "233-5",
        "email": None,
    }


def test_who_is_not_in_the_directory_is_not_shown(portal, contact):
    IDirectory(portal).remove("amira")

    assert contact(contact_person="amira") is None
    assert contact(contact_person="amira", contact_name="Poststelle")["name"] == "Poststelle"


def test_without_any_there_is_no_box(contact):
    assert contact() is None


@pytest.mark.parametrize("by", ["employee", "elsewhere"])
def test_rest_tells_no_more_than_the_directory(portal, make, by):
    make_user("mia.beer")
    api.user.get(userid="mia.beer").setMemberProperties({"fullname": "Mia Beer"})
    page = make("Document", portal.wissen, "published", by="elsewhere", contact_person="mia.beer")

    assert _told(page, by)["contact_person"] == {"token": "mia.beer", "title": "Mia Beer"}

    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.people["mia.beer"], "disable")

    assert _told(page, by)["contact_person"] is None
    assert "Beer" not in json.dumps(_told(page, by))


def test_the_form_of_editors_keeps_who_is_disabled(portal, make):
    make_user("mia.beer")
    page = make("Document", portal.wissen, by="elsewhere", contact_person="mia.beer")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal.people["mia.beer"], "disable")

    field = IContactPoint["contact_person"].bind(page)

    assert field.validate("mia.beer") is None
    assert field.vocabulary.getTermByToken("mia.beer").value == "mia.beer"


def _told(page, by):
    alsoProvides(getRequest(), IWilmaLayer)
    with api.env.adopt_user(by):
        return getMultiAdapter((page, getRequest()), ISerializeToJson)()
