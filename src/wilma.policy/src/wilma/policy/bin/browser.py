"""The page `@@bin`: what was deleted here, and the buttons to put it back or to let it go."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from datetime import datetime
from datetime import UTC
from itertools import islice
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.CMFCore.permissions import ReviewPortalContent
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from wilma.policy import _
from wilma.policy.bin.interfaces import CannotRestore
from wilma.policy.bin.interfaces import DAYS_KEPT
from wilma.policy.bin.storage import Bin
from wilma.policy.sections import section_of
from zExceptions import NotFound


RESTORE = "wilma.policy: Restore content"
SHOWN = 200


class BinOfPlace:
    """The bin of a section as one person sees it from one folder of it."""

    def __init__(self, folder):
        self.folder = folder
        self.bin = Bin(section_of(folder))
        self.path = "/".join(folder.getPhysicalPath())

    def entries(self):
        """Give (key, entry) of what was deleted here or below and the person may put back."""
        visible = ((k, e) for k, e in self.bin.entries(self.path) if self._may(RESTORE, e))
        return list(islice(visible, SHOWN))

    def restore(self, key):
        """Put the object back and give it; KeyError also for what the person may not see."""
        self._visible(key)
        return self.bin.restore(key)

    def forget(self, key):
        """Take the entry away for good.

        Raises KeyError for what the person may not see, Unauthorized for what they may not let go.
        """
        if not self._may(ReviewPortalContent, self._visible(key)):
            raise Unauthorized(key)
        self.bin.forget(key)

    def may_forget(self, entry) -> bool:
        """Tell whether the person may take the entry away for good."""
        return self._may(ReviewPortalContent, entry)

    def _visible(self, key):
        entry = self.bin.entry(key, self.path)
        if not self._may(RESTORE, entry):
            raise KeyError(key)
        return entry

    def _may(self, permission, entry):
        """Ask at the folder the object lay in; if that is gone, at the place we look from."""
        place = self.bin.parent_of(entry)
        place = self.folder if place is None else place
        return bool(getSecurityManager().checkPermission(permission, place))


class BinView(BrowserView):
    """See the bin of this folder; POST with `restore` or `forget` and a key acts."""

    days_kept = DAYS_KEPT

    def __call__(self):
        self.place = BinOfPlace(self.context)
        if self.request.method == "POST":
            self._act()
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@bin")
        return self.index()

    def items(self):
        """Give {key, title, type, deleted, by, may_forget} of each entry, newest first."""
        return [
            {
                "key": str(key),
                "title": entry["title"] or entry["id"],
                "type": entry["portal_type"],
                "deleted": datetime.fromtimestamp(entry["deleted"], UTC),
                "by": entry["deleted_by"],
                "may_forget": self.place.may_forget(entry),
            }
            for key, entry in self.place.entries()
        ]

    def _act(self):
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        action = "restore" if "restore" in self.request.form else "forget"
        try:
            message = getattr(self, f"_{action}")(int(self.request.form.get(action, "")))
        except (KeyError, ValueError) as error:
            if isinstance(error, CannotRestore):
                message = _("The folder it lay in was deleted too. Put the folder back first.")
                return IStatusMessage(self.request).add(message, "error")
            raise NotFound("@@bin") from error
        return IStatusMessage(self.request).add(message, "info")

    def _restore(self, key):
        content = self.place.restore(key)
        return _('"${title}" is back.', mapping={"title": content.Title()})

    def _forget(self, key):
        self.place.forget(key)
        return _("It is gone for good.")
