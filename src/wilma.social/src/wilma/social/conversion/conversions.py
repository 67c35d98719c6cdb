"""Which files are still to be converted, and the jobs for them."""

from plone import api
from plone.app.contenttypes.interfaces import IFile
from plone.app.contenttypes.interfaces import IImage
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from wilma.social.conversion import storage
from wilma.social.conversion.interfaces import IConversions
from wilma.social.conversion.interfaces import IConverted
from wilma.social.outbox.interfaces import IOutbox
from zope.component import adapter
from zope.interface import implementer


KIND = "conversion"


@implementer(IConversions)
@adapter(IPloneSiteRoot)
class Conversions:
    """See IConversions."""

    def __init__(self, site):
        self.site = site

    @property
    def installed(self) -> bool:
        return storage.read(self.site) is not None

    def ask(self, content):
        """See IConversions; True if there is a job now."""
        if not self.installed or IConverted(content).state != "waiting":
            return False
        uid = IUUID(content)
        # One after the other for one file, so that the last one sees the last file.
        IOutbox(self.site).put(KIND, {"uid": uid}, order=f"{KIND}:{uid}")
        return True

    def ask_for_all(self):
        """See IConversions."""
        # Plone's own interfaces: what was indexed before ours were there lacks them.
        brains = api.content.find(self.site, object_provides=[IFile, IImage], unrestricted=True)
        return sum(self.ask(brain._unrestrictedGetObject()) for brain in brains)

    def forget(self, uid):
        """See IConversions."""
        kept = storage.read(self.site)
        if kept is not None:
            kept.pop(uid, None)
