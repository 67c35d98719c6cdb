"""The mark that tells a demo city from a real one; it lies in the database."""

from zope.annotation.interfaces import IAnnotations


KEY = "wilma.demo"


def is_demo(portal) -> bool:
    """Is this site the demo city?

    Asked on every request: one look into a tree that is in memory anyway.
    """
    return IAnnotations(portal).get(KEY, False)


def mark(portal) -> None:
    """Make this site a demo city for good: its passwords are known to everyone."""
    IAnnotations(portal)[KEY] = True
