"""The content type of a person: one profile a person, under the id of the account."""

from plone.dexterity.content import Item
from wilma.social.people import names
from wilma.social.people.interfaces import IPerson
from zope.interface import implementer


@implementer(IPerson)
class Person(Item):
    """See IPerson. The title is the name, with what it is made of always up to date."""

    # One account, one profile: a copy, or the same under another id, would be nobody.
    def cb_isCopyable(self) -> bool:
        """False: a person cannot be copied."""
        return False

    def cb_isMoveable(self) -> bool:
        """False: a person can neither be moved nor renamed."""
        return False

    @property
    def title(self) -> str:
        """The name as it is read: "Dr. Amira Yılmaz"; the id as long as there is no name."""
        return names.fullname(self) or self.getId() or ""

    @title.setter
    def title(self, value) -> None:
        """What Plone wants to set when it makes content: a name has no other place."""

    def Description(self) -> str:
        """What the person does, for lists and search."""
        return self.function or ""
