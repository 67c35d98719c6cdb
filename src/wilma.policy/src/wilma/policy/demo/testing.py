"""Test layer: the site with the demo city in it, loaded once."""

from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import SITE_OWNER_NAME
from plone.testing.zope import login
from wilma.policy.demo.loading import load
from wilma.policy.testing import FIXTURE


class DemoLayer(PloneSandboxLayer):
    """Loads the city as the start of a demo does: as Manager from the root, inside the site."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal):
        login(portal.aq_parent.acl_users, SITE_OWNER_NAME)
        load(portal, lambda line: None)


DEMO_FIXTURE = DemoLayer()
DEMO_TESTING = IntegrationTesting(bases=(DEMO_FIXTURE,), name="WilmaPolicy:Demo")
