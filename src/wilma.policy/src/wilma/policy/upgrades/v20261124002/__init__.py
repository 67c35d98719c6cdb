"""People, units, directory and notifications come: their package is installed."""

from Products.CMFCore.utils import getToolByName
from wilma.policy.publication import newest
from wilma.policy.publication import reviews
from wilma.policy.sections import make_sections


def upgrade(setup_tool) -> None:
    """Install wilma.social and give the sections of people and units their places."""
    setup_tool.runAllImportStepsFromProfile("profile-wilma.social:default")
    make_sections(setup_tool.aq_parent)
    setup_tool.runImportStepFromProfile("profile-wilma.policy:default", "catalog")
    getToolByName(setup_tool, "portal_catalog").reindexIndex((newest.INDEX, reviews.INDEX), None)
