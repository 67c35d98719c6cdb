"""Closing and opening other people's accounts: the rules, for the page and for REST alike."""

from AccessControl import getSecurityManager
from plone import api
from wilma.policy import _
from wilma.policy.identity import state
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import NotFound


def status(userid: str) -> dict:
    """{"userid", "fullname", "disabled", "valid_since"}; raises NotFound for no such account."""
    member = _member(userid)
    return {
        "userid": member.getId(),
        "fullname": member.getProperty("fullname") or member.getId(),
        "disabled": state.is_disabled(member.getId()),
        "valid_since": state.valid_since(member.getId()),
    }


def set_disabled(userid: str, disabled: bool) -> None:
    """Close or open the account. Raises NotFound, BadRequest for one's own, Forbidden."""
    member = _changeable(userid)
    if disabled:
        state.disable(member.getId())
    else:
        state.enable(member.getId())


def end_sessions(userid: str) -> None:
    """Log the person out everywhere; errors as `set_disabled`, one's own is allowed."""
    if userid != _me():
        userid = _changeable(userid).getId()
    state.end_sessions(userid)


def _changeable(userid):
    member = _member(userid)
    if member.getId() == _me():
        raise BadRequest(_("You cannot disable your own account."))
    # Managers are the operators: who is not one of them must not shut them out.
    if "Manager" in member.getRoles() and "Manager" not in api.user.get_roles():
        raise Forbidden(userid)
    return member


def _member(userid):
    member = api.user.get(userid=userid) if userid else None
    if member is None:
        raise NotFound(userid)
    return member


def _me():
    return getSecurityManager().getUser().getId()
