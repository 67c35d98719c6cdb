"""What a person chose for themselves: language, colour mode, notices that they closed."""

from plone.base.interfaces import IPloneSiteRoot
from wilma.social.person_state.interfaces import COLOUR_MODES
from wilma.social.person_state.interfaces import DISMISSALS
from wilma.social.person_state.interfaces import IPreferences
from wilma.social.person_state.interfaces import LANGUAGES
from wilma.social.person_state.interfaces import LONGEST_KEY
from wilma.social.person_state.interfaces import NotOffered
from wilma.social.person_state.storage import PersonState
from zope.component import adapter
from zope.interface import implementer


OFFERED = {"language": (*LANGUAGES, None), "colour_mode": (*COLOUR_MODES, None)}
DISMISSED = "dismissals"


@implementer(IPreferences)
@adapter(IPloneSiteRoot)
class Preferences:
    """See IPreferences."""

    def __init__(self, site):
        self.state = PersonState(site)

    def language(self, userid: str) -> str | None:
        return self.state.read(userid, "language")

    def colour_mode(self, userid: str) -> str | None:
        return self.state.read(userid, "colour_mode")

    def choose(self, userid: str, /, **chosen) -> None:
        for field, value in chosen.items():
            if not (value is None or isinstance(value, str)) or value not in OFFERED.get(field, ()):
                raise NotOffered(field, value)
        for field, value in chosen.items():
            self.state.write(userid, field, value)

    def dismiss(self, userid: str, key: str) -> None:
        if not isinstance(key, str) or not 0 < len(key) <= LONGEST_KEY:
            raise NotOffered("key", key)
        if not self.is_dismissed(userid, key):
            # The newest first, so that the oldest go.
            kept = (key, *self.state.read(userid, DISMISSED, ()))[:DISMISSALS]
            self.state.write(userid, DISMISSED, kept)

    def is_dismissed(self, userid: str, key: str) -> bool:
        return key in self.state.read(userid, DISMISSED, ())
