"""What the worker does for this room."""

from wilma.policy.identity.tokens import Tokens
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.interface import implementer


@implementer(IPeriodicJob)
class PurgeTokens:
    """Removes expired JSON web tokens, once an hour, of the site and of the Zope root."""

    every = 3600

    def __call__(self, site) -> int:
        """Give how many tokens went."""
        folders = (site.acl_users, site.getPhysicalRoot().acl_users)
        plugins = [plugin for folder in folders for plugin in folder.objectValues()]
        return sum(plugin.purge() for plugin in plugins if isinstance(plugin, Tokens))
