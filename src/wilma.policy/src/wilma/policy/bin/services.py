"""REST: `GET <folder>/@bin`, `POST` and `DELETE <folder>/@bin/<key>`."""

from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from wilma.policy.bin.browser import BinOfPlace
from wilma.policy.bin.interfaces import CannotRestore
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import datetime


class BinGet(Service):
    """What was deleted at or below the folder, newest first."""

    def reply(self):
        place = BinOfPlace(self.context)
        items = [self._item(place, key, entry) for key, entry in place.entries()]
        return {
            "@id": f"{self.context.absolute_url()}/@bin",
            "items": items,
            "items_total": len(items),
        }

    def _item(self, place, key, entry):
        deleted = datetime.datetime.fromtimestamp(entry["deleted"], datetime.UTC)
        return {
            "id": str(key),
            "@id": f"{self.context.absolute_url()}/@bin/{key}",
            "title": entry["title"],
            "@type": entry["portal_type"],
            "deleted": json_compatible(deleted),
            "deleted_by": entry["deleted_by"],
            "can": {"restore": True, "forget": place.may_forget(entry)},
        }


@implementer(IPublishTraverse)
class _OneEntry(Service):
    key = None

    def publishTraverse(self, request, name):
        if self.key is not None or not name.isdecimal():
            raise NotFound(name)
        self.key = int(name)
        return self

    def reply(self):
        if self.key is None:
            raise NotFound("@bin")
        try:
            return self.act(BinOfPlace(self.context))
        except KeyError as error:
            raise NotFound("@bin") from error


class BinPost(_OneEntry):
    """Put one entry back; answers with a summary of what is back."""

    def act(self, place):
        try:
            content = place.restore(self.key)
        except CannotRestore:
            self.request.response.setStatus(409)
            message = "The folder it lay in was deleted too. Put the folder back first."
            return {"type": "Conflict", "message": message}
        return getMultiAdapter((content, self.request), ISerializeToJsonSummary)()


class BinDelete(_OneEntry):
    """Take one entry away for good."""

    def act(self, place):
        place.forget(self.key)
        return self.reply_no_content()
