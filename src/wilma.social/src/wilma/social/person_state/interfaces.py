"""The contract of person state."""

from zope.interface import Interface


class IPersonState(Interface):
    """Adapter of the site: small facts about people, one small tree a person.

    Reading never writes. Values are plain (str, int, bool, tuple, dict of these).
    """

    def read(userid, field, default=None):
        """Give a field of the person, or the default."""

    def write(userid, field, value):
        """Set a field; None removes it."""

    def forget(userid):
        """Drop what is kept about the person, but what keeps old sessions from coming back."""


class IPreferences(Interface):
    """Adapter of the site: what a person chose for themselves."""

    def language(userid):
        """`de`, `en`, or None: what the browser asks for."""

    def colour_mode(userid):
        """`light`, `dark`, or None: what the device asks for."""

    def choose(userid, **chosen):
        """Set `language` or `colour_mode`. Raises ValueError for what is not offered."""

    def dismiss(userid, key):
        """Remember that the person closed a notice; keys of at most 80 signs, the newest 200."""

    def is_dismissed(userid, key):
        """True if they did."""
