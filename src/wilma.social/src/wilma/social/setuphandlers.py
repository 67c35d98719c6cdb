"""What the profile cannot say in XML."""

from Products.CMFPlone.interfaces import INonInstallable
from wilma.social.conversion import storage as conversions
from wilma.social.conversion.interfaces import IConversions
from wilma.social.outbox import store
from zope.interface import implementer


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that nobody installs by hand: wilma.policy brings them."""

    def getNonInstallableProfiles(self):
        """Give both profiles: this package makes no sense without wilma.policy."""
        return ["wilma.social:default", "wilma.social:uninstall"]


def post_install(setup_tool) -> None:
    """Runs after the profile, and may run again."""
    store.prepare(setup_tool.aq_parent)
    conversions.prepare(setup_tool.aq_parent)
    # Files that were there before the worker could read them; none on a new site.
    IConversions(setup_tool.aq_parent).ask_for_all()
