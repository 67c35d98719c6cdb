"""The contract of the bin."""

from wilma.policy.interfaces import WilmaError
from zope.interface import Interface


DAYS_KEPT = 30


class IBin(Interface):
    """What was deleted below one section. An adapter of the section (or of the site root).

    An entry is a mapping with the keys object, parent_path, id, title, portal_type, deleted
    (seconds since 1970, UTC) and deleted_by (user id). Its key is a time-ordered integer.
    """

    def put(content, parent, userid):
        """Keep `content`, just removed from `parent`, and give the key of the entry."""

    def entries(below):
        """Give (key, entry) of what was deleted at or below the path, newest first."""

    def entry(key, below):
        """Give one entry. Raises KeyError if there is none of the key at or below the path."""

    def restore(key):
        """Put the entry's object back where it was and give it.

        Raises KeyError for an unknown key, CannotRestore if the place is gone. If the id is
        taken meanwhile, the object gets a free one.
        """

    def forget(key):
        """Take the entry away for good. Raises KeyError for an unknown key."""

    def forget_older_than(seconds):
        """Take away all entries older than so many seconds; give how many."""


class CannotRestore(WilmaError, ValueError):
    """The folder that the object was deleted from is not there any more."""
