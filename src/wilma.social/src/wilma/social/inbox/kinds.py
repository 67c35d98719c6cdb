"""The kind `content`: something happened to a page, a news item, a file of mine."""

from AccessControl import getSecurityManager
from plone.app.uuid.utils import uuidToObject
from Products.CMFCore.permissions import View
from wilma.social import _
from wilma.social.inbox.interfaces import INotificationKind
from wilma.social.inbox.names import who
from wilma.theme.pages.listing import UNDER_VIEW
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


# By `what` in the data.
SENTENCES = {
    "published": _("${who} published “${title}”."),
    "rejected": _("${who} sent “${title}” back."),
    "review_due": _("“${title}” is to be reviewed."),
}


@implementer(INotificationKind)
class ContentKind:
    """`target` is the UID of the content; `data` holds `what`, and `comment` if there is one."""

    title = _("My content")
    icon = "edit"

    def show(self, site, notification, request):
        """See INotificationKind."""
        sentence = SENTENCES.get(notification.data.get("what"))
        content = visible(notification.target)
        if sentence is None or content is None:
            return None
        known = {"who": who(site, notification, request), "title": content.Title()}
        return translate(Message(sentence, mapping=known), context=request), path_of(site, content)


def visible(uid: str | None):
    """Give the content of this UID, or None if the current user may not see it."""
    content = uuidToObject(uid, unrestricted=True) if uid else None
    if content is None or not getSecurityManager().checkPermission(View, content):
        return None
    return content


def path_of(site, content) -> str:
    """Give where the page about the content is, below the site."""
    below = content.getPhysicalPath()[len(site.getPhysicalPath()) :]
    return "/".join(["", *below, *(["view"] if content.portal_type in UNDER_VIEW else [])])
