"""Deleted objects of one section, kept in its annotations: {time-ordered key: entry}.

The object is removed from its folder by the ordinary means, so catalog, relations and locks
forget it; only the bin holds it. Nothing in the bin has an address, so nothing of it can leak.
"""

from Acquisition import aq_base
from BTrees.LOBTree import LOBTree
from persistent.mapping import PersistentMapping
from Products.CMFCore.interfaces import IFolderish
from secrets import randbits
from time import time
from wilma.policy.bin.interfaces import CannotRestore
from wilma.policy.bin.interfaces import IBin
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.container.interfaces import INameChooser
from zope.interface import implementer


KEY = "wilma.bin"
# Microseconds, then random low bits: keys of two deletions at the same moment differ.
_RANDOM_BITS = 10


@implementer(IBin)
@adapter(IFolderish)
class Bin:
    """See IBin."""

    def __init__(self, section):
        self.section = section

    def put(self, content, parent, userid):
        """See IBin."""
        key = _new_key()
        self._tree_for_writing()[key] = PersistentMapping(
            object=aq_base(content),
            parent_path="/".join(parent.getPhysicalPath()),
            id=content.getId(),
            title=content.Title(),
            portal_type=content.portal_type,
            deleted=time(),
            deleted_by=userid,
        )
        return key

    def entries(self, below):
        """See IBin."""
        for key, entry in reversed(self._tree().items()):
            if _lay_below(entry, below):
                yield key, entry

    def entry(self, key, below):
        """See IBin."""
        entry = self._tree()[key]
        if not _lay_below(entry, below):
            raise KeyError(key)
        return entry

    def restore(self, key):
        """See IBin."""
        entry = self._tree()[key]
        parent = self.parent_of(entry)
        if parent is None:
            raise CannotRestore(entry["parent_path"])
        content, name = entry["object"], entry["id"]
        if name in parent.objectIds():
            name = INameChooser(parent).chooseName(name, content)
            content.id = name
        del self._tree()[key]
        parent._setObject(name, content)
        return parent[name]

    def parent_of(self, entry):
        """Give the folder that the entry was deleted from, or None if it is gone."""
        parent = self.section.unrestrictedTraverse(entry["parent_path"], None)
        if parent is None or "/".join(parent.getPhysicalPath()) != entry["parent_path"]:
            return None
        return parent

    def forget(self, key):
        """See IBin."""
        del self._tree()[key]

    def forget_older_than(self, seconds):
        """See IBin."""
        tree = self._tree()
        old = list(tree.keys(None, _key_at(time() - seconds)))
        for key in old:
            del tree[key]
        return len(old)

    def _tree(self):
        return IAnnotations(self.section).get(KEY, _NOTHING)

    def _tree_for_writing(self):
        return IAnnotations(self.section).setdefault(KEY, LOBTree())


_NOTHING = LOBTree()


def _lay_below(entry, path):
    return f"{entry['parent_path']}/".startswith(f"{path}/")


def _key_at(seconds):
    return int(seconds * 1_000_000) << _RANDOM_BITS


def _new_key():
    return _key_at(time()) | randbits(_RANDOM_BITS)
