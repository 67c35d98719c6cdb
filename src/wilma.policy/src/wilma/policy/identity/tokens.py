"""JSON web tokens: dated like our cookies, each one different, expired ones cleaned away."""

from AccessControl.class_init import InitializeClass
from BTrees.OOBTree import OOBTree
from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from wilma.policy.identity import state

import random
import secrets
import time


TIMEOUT = 60 * 60
SWEPT = 20


class Tokens(JWTAuthenticationPlugin):
    """plone.restapi's plugin; the same meta type, since its services look for that."""

    token_timeout = TIMEOUT
    store_tokens = True

    def __init__(self, id_, title=None):
        super().__init__(id_, title)
        self._tokens = OOBTree()

    def create_token(self, userid, timeout=None, data=None):
        """A new token; `since` says when it was issued (`iat` must not lie in the future)."""
        self._sweep()
        ours = {"since": state.issue_time(userid), "jti": secrets.token_hex(8)}
        return super().create_token(userid, timeout, {**(data or {}), **ours})

    def purge(self) -> int:
        """Remove all expired tokens, and say how many."""
        return sum(self._remove_expired(userid) for userid in list(self._tokens))

    def _sweep(self):
        # In passing, from a random place: so that nobody's old tokens stay for ever.
        if not self._tokens:
            return
        start = chr(random.randrange(ord("a"), ord("z")))  # noqa: S311 - no secret
        some = zip(self._tokens.keys(min=start), range(SWEPT), strict=False)
        for userid, _number in list(some):
            self._remove_expired(userid)

    def _remove_expired(self, userid):
        # The person's tree itself stays: somebody may just now be adding to it.
        over = time.time() - self.token_timeout - 60
        expired = [token for token, made in self._tokens[userid].items() if made < over]
        for token in expired:
            del self._tokens[userid][token]
        return len(expired)


InitializeClass(Tokens)
