"""People, units, directory and notifications come: their package is installed."""

from plone import api
from Products.CMFCore.utils import getToolByName
from wilma.policy.publication import newest
from wilma.policy.publication import reviews
from wilma.policy.sections import make_sections
from wilma.social.people.accounts import make_missing_profiles

import logging


logger = logging.getLogger(__name__)


def upgrade(setup_tool) -> None:
    """Install wilma.social, open the sections of people and units, and give accounts profiles."""
    setup_tool.runAllImportStepsFromProfile("profile-wilma.social:default")
    with api.env.adopt_roles(["Manager"]):
        make_sections(setup_tool.aq_parent)
        logger.info("Made %d profiles for accounts.", make_missing_profiles())
    # Sending back asks for the reason.
    setup_tool.runImportStepFromProfile("profile-wilma.policy:default", "workflow")
    setup_tool.runImportStepFromProfile("profile-wilma.policy:default", "catalog")
    getToolByName(setup_tool, "portal_catalog").reindexIndex((newest.INDEX, reviews.INDEX), None)
