"""The account follows the profile: who hides it closes the account, too."""

from wilma.policy.identity import state


def follow_profile(person, event) -> None:
    """Disable or enable the account after a transition of the profile."""
    if event.transition is None:
        return
    userid, disabled = person.getId(), event.new_state.getId() == "disabled"
    if disabled and not state.is_disabled(userid):
        state.disable(userid)
    elif not disabled and state.is_disabled(userid):
        state.enable(userid)
