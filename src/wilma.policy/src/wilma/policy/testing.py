"""Test layers: a closed German site with the profile of wilma.policy, in process and over HTTP."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import installProduct
from plone.testing.zope import WSGI_SERVER_FIXTURE

import collective.workspace
import plone.app.discussion
import plone.app.iterate
import plone.restapi
import wilma.policy
import wilma.social
import wilma.theme


class WilmaPolicyLayer(PloneSandboxLayer):
    """One site; plone.autoinclude is off in tests, so each package is loaded by name."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        for package in (
            plone.restapi,
            plone.app.discussion,
            plone.app.iterate,
            collective.workspace,
            wilma.theme,
            wilma.social,
            wilma.policy,
        ):
            self.loadZCML(package=package)
        # Runs the initialize() of collective.workspace, which registers its PAS plugin.
        installProduct(app, "collective.workspace")

    def setUpPloneSite(self, portal):
        applyProfile(portal, "wilma.policy:default")


FIXTURE = WilmaPolicyLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="WilmaPolicy:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="WilmaPolicy:Functional"
)
