"""The account follows the profile: who hides it closes the account, too."""

from wilma.policy.identity import state
from wilma.social.people.place import is_in_place


def follow_profile(person, event) -> None:
    """Disable or enable the account after a transition of the profile."""
    if event.transition is None or not is_in_place(person):
        return
    userid, disabled = person.getId(), event.new_state.getId() == "disabled"
    if disabled and not state.is_disabled(userid):
        state.disable(userid)
    elif not disabled and state.is_disabled(userid):
        state.enable(userid)
