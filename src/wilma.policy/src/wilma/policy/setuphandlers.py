"""What the profile cannot say in XML."""

from plone import api
from Products.CMFPlone.interfaces import INonInstallable
from wilma.policy.identity.setup import install
from wilma.policy.identity.setup import uninstall
from wilma.policy.sections import make_sections
from zope.interface import implementer


VERSIONED = ("Document", "News Item", "Event", "File", "Link", "PublicPage")
POLICIES = ("at_edit_autoversion", "version_on_revert")


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that nobody installs by hand."""

    def getNonInstallableProfiles(self):
        """Give the uninstall profile: the control panel uses it by itself."""
        return ["wilma.policy:uninstall"]


def post_install(setup_tool) -> None:
    """Make the sections; runs after the profile, and may run again."""
    portal = api.portal.get()
    with api.env.adopt_roles(["Manager"]):
        make_sections(portal)
    install(portal)
    _version_our_types()


def post_uninstall(setup_tool) -> None:
    """Give the types back to Plone; the content stays."""
    uninstall(api.portal.get())


def _version_our_types():
    repository = api.portal.get_tool("portal_repository")
    versioned = set(repository.getVersionableContentTypes()) | set(VERSIONED)
    repository.setVersionableContentTypes(sorted(versioned))
    policies = repository.getPolicyMap()
    for portal_type in VERSIONED:
        for policy in POLICIES:
            if policy not in policies.get(portal_type, ()):
                repository.addPolicyForContentType(portal_type, policy)
