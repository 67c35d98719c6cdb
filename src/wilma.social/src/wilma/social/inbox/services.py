"""REST: what is addressed to me, what I have read, and the numbers that a page polls."""

from AccessControl import getSecurityManager
from itertools import islice
from plone.restapi.deserializer import json_body
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from wilma.social import _
from wilma.social.inbox.interfaces import BadIds
from wilma.social.inbox.interfaces import INotifications
from wilma.social.inbox.rows import Row
from wilma.social.inbox.rows import rows
from wilma.social.inbox.rows import whole_rows
from zExceptions import BadRequest


PAGE = 25
LONGEST_PAGE = 100
LARGEST_ID = 2**63 - 1


class NotificationsGet(Service):
    """GET @notifications: `?unread=1`, `?before=<id>`, `?b_size=`."""

    def reply(self):
        form = self.request.form
        size = _number(form, "b_size", PAGE)
        if not 0 < size <= LONGEST_PAGE:
            raise bad("b_size", _("A number from 1 to 100."))
        before = _number(form, "before", None)
        unread = form.get("unread") in ("1", "true")
        found = rows(self.context, self.request, current_userid(), before, unread)
        shown = list(islice(found, size + 1))
        return {
            "@id": f"{self.context.absolute_url()}/@notifications",
            "items": [self._item(row) for row in shown[:size]],
            "next": str(shown[size - 1].newest.id) if len(shown) > size else None,
        }

    def _item(self, row: Row) -> dict:
        item = row.newest
        return {
            "id": str(item.id),
            "kind": item.kind,
            "actor": item.actor,
            "others": item.others,
            "target": self.context.absolute_url() + row.path,
            "created": json_compatible(row.created),
            "read": item.read,
            "text": row.text,
            "comment": row.comment,
        }


class NotificationsPatch(Service):
    """PATCH @notifications {"read": [ids] or "all"}: 204."""

    def reply(self):
        wish = json_body(self.request)
        if set(wish) != {"read"}:
            raise bad("read", _("Send read: a list of ids, or all."))
        try:
            mark(self.context, wish["read"])
        except BadIds as error:
            raise bad(error.field, _("Send read: a list of ids, or all.")) from error
        return self.reply_no_content()


def mark(site, read) -> None:
    """Mark as read for the current user: "all", or whole rows by ids (strings).

    Raises BadIds for what cannot be ids; ids of others are passed over.
    """
    userid, notifications = current_userid(), INotifications(site)
    if read == "all":
        notifications.mark_read(userid)
    else:
        notifications.mark_read(userid, whole_rows(site, userid, _ids(read)))


def current_userid() -> str:
    """Give the id of who asks."""
    return getSecurityManager().getUser().getId()


def bad(field: str, message: str) -> BadRequest:
    """Give the error for bad input: 400 that names the field."""
    error = BadRequest(message)
    error.field = field
    return error


def id_of(value) -> int:
    """Give the id that a string says; raises BadIds."""
    if not isinstance(value, str) or not value.isascii() or not value.isdecimal():
        raise BadIds(value)
    if len(value) > 19 or int(value) > LARGEST_ID:
        raise BadIds(value)
    return int(value)


def _ids(read):
    if not isinstance(read, list) or len(read) > LONGEST_PAGE * 10:
        raise BadIds(read)
    return [id_of(value) for value in read]


def _number(form, name, default):
    if name not in form:
        return default
    try:
        return id_of(form[name])
    except BadIds as error:
        raise bad(name, _("This is not a number.")) from error
