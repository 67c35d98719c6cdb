"""The mark that tells a demo city from a real one; it lies in the database."""

from zope.annotation.attribute import AttributeAnnotations


KEY = "wilma.demo"


def is_demo(portal) -> bool:
    """Is this site the demo city?

    Asked on every request: one look into a tree that is in memory anyway, without the detour of
    `IAnnotations(portal)` over the schema of the site.
    """
    return AttributeAnnotations(portal).get(KEY, False)


def mark(portal) -> None:
    """Make this site a demo city for good: its passwords are known to everyone."""
    AttributeAnnotations(portal)[KEY] = True
