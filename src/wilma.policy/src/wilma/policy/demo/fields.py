"""From the words of the data files to the values of the fields."""

from DateTime import DateTime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from wilma.policy.demo import dates
from wilma.policy.demo import source
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds

import re


LINK = re.compile(r'href="(/[^"#]*)')
TEXTS = ("title", "description", "image_caption", "location")
MOMENTS = ("start", "end")


class MissingTarget(ValueError):
    """A link or relation of the data names something that is not there."""


def values(item: dict, portal, now) -> dict:
    """Return the field values of one item of the data; MissingTarget if a link leads nowhere."""
    return {name: _value(name, word, portal, now) for name, word in item.items()}


def point(spec: str, now) -> DateTime:
    """Return the Zope date of a point in time."""
    # Of the zone of the process, as Plone's forms read and write it.
    return DateTime(dates.moment(spec, now).timestamp())


def target(path: str, portal):
    """Return the object at a path below the site; MissingTarget if there is none."""
    found = portal.unrestrictedTraverse(path.strip("/"), None)
    if found is None:
        raise MissingTarget(path)
    return found


def _value(name, word, portal, now):
    if name in TEXTS:
        return dates.fill(word, now)
    if name in MOMENTS:
        return dates.moment(word, now)
    if name == "review_date":
        return dates.moment(word, now).date()
    if name == "text":
        return RichTextValue(_html(word, portal, now), "text/html", "text/x-html-safe")
    if name == "image":
        return NamedBlobImage(source.blob("images", word), filename=word)
    if name == "file":
        return NamedBlobFile(source.blob("files", word), filename=word)
    if name == "relatedItems":
        return [_relation(target(path, portal)) for path in word]
    return tuple(word) if name == "subject" else word


def _html(word, portal, now):
    # As the editor writes them: a link by id outlives moving and renaming.
    def by_id(found):
        return f'href="resolveuid/{api.content.get_uuid(target(found[1], portal))}'

    return LINK.sub(by_id, dates.fill(word, now))


def _relation(obj):
    return RelationValue(getUtility(IIntIds).getId(obj))
