"""REST: `GET @outbox`, `POST @outbox/<id>/retry`, `DELETE @outbox/<id>`, `POST @outbox/trial`."""

from AccessControl import getSecurityManager
from datetime import datetime
from datetime import UTC
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from wilma.social.mail.interfaces import IMails
from wilma.social.outbox import words
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.interfaces import NoSuchJob
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class _Outbox(Service):
    def __init__(self, context, request):
        super().__init__(context, request)
        self.names = []

    def publishTraverse(self, request, name):
        """Take the rest of the path."""
        self.names.append(name)
        return self

    def letter(self, act, name) -> None:
        """Act on the dead letter of this id. Raises NotFound."""
        if not (name.isascii() and name.isdecimal()):
            raise NotFound(name)
        try:
            act(int(name))
        except NoSuchJob as error:
            raise NotFound(name) from error


class OutboxGet(_Outbox):
    """`{kinds: {kind: {waiting, retrying, dead}}, items, items_total}`; items are dead letters."""

    def reply(self):
        if self.names:
            raise NotFound(self.names[0])
        outbox = IOutbox(self.context)
        counts = outbox.counts()
        return {
            "@id": self._url(),
            "kinds": counts,
            "items": [self._item(letter) for letter in outbox.dead()],
            "items_total": sum(count["dead"] for count in counts.values()),
        }

    def _item(self, letter):
        return {
            "@id": f"{self._url()}/{letter.id}",
            "id": str(letter.id),
            "kind": letter.kind,
            "created": json_compatible(datetime.fromtimestamp(letter.since, UTC)),
            "tries": letter.tries,
            "reason": words.reason(letter.reason, self.request),
            "can": {"retry": True, "drop": True},
        }

    def _url(self):
        return f"{self.context.absolute_url()}/@outbox"


class OutboxPost(_Outbox):
    """Retry one dead letter (204), or write a trial mail to oneself (202 with the job's id)."""

    def reply(self):
        match self.names:
            case [name, "retry"]:
                self.letter(IOutbox(self.context).retry, name)
                return self.reply_no_content()
            case ["trial"]:
                self.request.response.setStatus(202)
                me = getSecurityManager().getUser().getId()
                return {"id": str(IMails(self.context).send(me, "trial", {}))}
        raise NotFound("@outbox")


class OutboxDelete(_Outbox):
    """Drop one dead letter."""

    def reply(self):
        match self.names:
            case [name]:
                self.letter(IOutbox(self.context).drop, name)
                return self.reply_no_content()
        raise NotFound("@outbox")
