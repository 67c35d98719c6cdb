"""The kind `content`: something happened to a page, a news item, a file of mine."""

from AccessControl import getSecurityManager
from plone.app.uuid.utils import uuidToPhysicalPath
from Products.CMFCore.interfaces import IFolderish
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

    def may_see(self, site, notification):
        """See INotificationKind."""
        return self._seen(site, notification) is not None

    def show(self, site, notification, request):
        """See INotificationKind."""
        content = self._seen(site, notification)
        if content is None:
            return None
        known = {"who": who(site, notification, request), "title": content.Title()}
        sentence = Message(SENTENCES[notification.data["what"]], mapping=known)
        return translate(sentence, context=request), path_of(site, content)

    def _seen(self, site, notification):
        known = notification.data.get("what") in SENTENCES
        return visible(site, notification.target) if known else None


def visible(site, uid: str | None):
    """Give the content of this UID, or None if the current user may not see it."""
    path = uuidToPhysicalPath(uid) if uid else None
    content = _walk(site, path.split("/")[len(site.getPhysicalPath()) :]) if path else None
    if content is None or not getSecurityManager().checkPermission(View, content):
        return None
    return content


def path_of(site, content) -> str:
    """Give where the page about the content is, below the site."""
    below = content.getPhysicalPath()[len(site.getPhysicalPath()) :]
    return "/".join(["", *below, *(["view"] if content.portal_type in UNDER_VIEW else [])])


def _walk(site, names):
    # By folders alone: traversal would ask each object for views and attributes of that name.
    found = site
    for name in names:
        found = found._getOb(name, None) if IFolderish.providedBy(found) else None
    return found
