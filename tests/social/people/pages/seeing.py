"""Changing profiles as forms do, and looking at pages."""

from lxml import html
from PIL import Image
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import io
import transaction


OWN = {"phone": "089 12-3", "mobile": "", "office": "", "topics": "", "about": ""}


def change(person, **fields):
    """Change a profile as a form does."""
    for name, value in fields.items():
        setattr(person, name, value)
    notify(ObjectModifiedEvent(person))


def changed(person, **fields):
    """Change a profile, for the next request."""
    with api.env.adopt_roles(["Manager"]):
        change(person, **fields)
    transaction.commit()


def main(answer):
    """The content of a page."""
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text).find(".//main")


def words(element):
    """The text as it is read."""
    return " ".join(element.text_content().split())


def headings(page):
    return [words(heading) for heading in page.iter("h1", "h2")]


def save(browser, userid="mia.beer", files=None, **fields):
    """Send the form of a profile."""
    form = {f"form.widgets.{name}": value for name, value in {**OWN, **fields}.items()}
    form |= {"form.buttons.save": "1", "_authenticator": browser.token()}
    answer = browser.post(f"/people/{userid}/edit", data=form, files=files)
    transaction.begin()
    return answer


def picture(size=(400, 600)):
    """A JPEG, as the field of a form."""
    body = io.BytesIO()
    Image.new("RGB", size, "navy").save(body, "JPEG")
    return {"form.widgets.portrait": ("ich.jpg", body.getvalue(), "image/jpeg")}


def names(page):
    return [words(link) for link in page.xpath(".//li[contains(@class, 'wl-person')]//h3/a")]
