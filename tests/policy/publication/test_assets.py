"""A picture in a page follows the page: never published alone, never broken for its readers."""

from DateTime import DateTime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import base64
import pytest


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def picture(make):
    return make("Image", title="Räumfahrzeug", image=NamedBlobImage(PNG, filename="schnee.png"))


@pytest.fixture
def page(make, picture):
    page = make()
    page.text = RichTextValue(
        f'<p><img src="resolveuid/{picture.UID()}/@@images/image/preview"></p>',
        "text/html",
        "text/x-html-safe",
    )
    with api.env.adopt_user("editor"):
        notify(ObjectModifiedEvent(page))
    return page


def _employee_sees(content):
    return api.user.has_permission("View", username="employee", obj=content)


def _move(page, *transitions):
    with api.env.adopt_roles(["Manager"]):
        for transition in transitions:
            api.content.transition(page, transition)


def test_a_draft_picture_alone_is_not_seen(picture):
    assert _employee_sees(picture) is False


def test_the_picture_of_a_draft_is_not_seen(page, picture):
    assert _employee_sees(picture) is False


def test_the_picture_of_a_published_page_is_seen_by_its_readers(page, picture):
    _move(page, "publish")

    assert _employee_sees(picture) is True


def test_the_picture_goes_when_the_page_goes(page, picture):
    _move(page, "publish", "retract")

    assert _employee_sees(picture) is False


def test_the_picture_goes_when_the_page_expires(page, picture):
    _move(page, "publish")
    page.expiration_date = DateTime() - 1

    assert _employee_sees(picture) is False


def test_no_list_has_the_picture_alone(page, picture):
    _move(page, "publish")
    picture.reindexObject()

    with api.env.adopt_user("employee"):
        found = api.content.find(portal_type="Image")

    assert [brain.UID for brain in found] == []


def test_a_page_of_another_section_cannot_open_it(make, portal, picture):
    page = make("Document", portal.wissen, by="elsewhere")
    page.text = RichTextValue(
        f'<p><img src="resolveuid/{picture.UID()}/@@images/image/preview"></p>',
        "text/html",
        "text/x-html-safe",
    )
    with api.env.adopt_user("elsewhere"):
        notify(ObjectModifiedEvent(page))

    _move(page, "publish")

    assert _employee_sees(picture) is False
