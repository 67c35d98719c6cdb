"""The directory as other rooms see it."""

from plone.base.interfaces import IPloneSiteRoot
from wilma.social.directory import memory
from wilma.social.directory.interfaces import Entry
from wilma.social.directory.interfaces import Found
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.query import parse
from wilma.social.directory.roll import Roll
from zope.component import adapter
from zope.interface import implementer


@implementer(IDirectory)
@adapter(IPloneSiteRoot)
class Directory:
    """See IDirectory."""

    def __init__(self, site):
        self.site = site
        self._roll = Roll(site)

    def put(self, entry: Entry) -> None:
        """See IDirectory."""
        self._roll.put(entry)

    def remove(self, userid: str) -> None:
        """See IDirectory."""
        self._roll.remove(userid)

    def follow_units(self) -> None:
        """See IDirectory."""
        self._roll.note_units()

    def get(self, userid: str) -> Entry | None:
        """See IDirectory."""
        return self._roll.get(userid)

    def search(self, q="", unit=None, topic=None, start=0, size=20, *, below=True) -> Found:
        """See IDirectory."""
        query = parse(q, unit, topic, below=below)
        userids, total = memory.search(self._roll, query, start, size)
        # The index may be ahead of this transaction, never behind.
        entries = map(self._roll.get, userids)
        return Found([entry for entry in entries if entry is not None], total)
