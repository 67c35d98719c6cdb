"""The contract of person state."""

from wilma.social.interfaces import WilmaError
from zope.interface import Interface


LANGUAGES = ("de", "en")
COLOUR_MODES = ("light", "dark")

# Of the notices that a person closed, the newest are remembered.
DISMISSALS = 200
LONGEST_KEY = 80


class IPersonState(Interface):
    """Adapter of the site: small facts about people, one small tree a person.

    Reading never writes. Values are plain (str, int, bool, tuple, dict of these).
    """

    def read(userid, field, default=None):
        """Give a field of the person, or the default."""

    def write(userid, field, value):
        """Set a field; None removes it. What is so already is not written again."""

    def forget(userid):
        """Drop what is kept about the person, but what keeps old sessions from coming back."""


class IPreferences(Interface):
    """Adapter of the site: what a person chose for themselves."""

    def language(userid):
        """`de`, `en`, or None: what the browser asks for."""

    def colour_mode(userid):
        """`light`, `dark`, or None: what the device asks for."""

    def choose(userid, **chosen):
        """Set `language`, `colour_mode`, or both; None for as the browser or the device asks.

        Raises NotOffered, and then sets nothing.
        """

    def dismiss(userid, key):
        """Remember that the person closed a notice; keys of at most 80 signs, the newest 200.

        Raises NotOffered for what cannot be a key.
        """

    def is_dismissed(userid, key):
        """True if they did."""


class NotOffered(WilmaError, ValueError):
    """There is no such choice; `field` says which one was meant."""

    def __init__(self, field: str, value):
        super().__init__(f"{field}: {value!r} is not offered.")
        self.field = field
