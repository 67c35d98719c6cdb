"""People, units, directory and notifications come: their package is installed."""

from wilma.policy.sections import make_sections


def upgrade(setup_tool) -> None:
    """Install wilma.social and give the sections of people and units their places."""
    setup_tool.runAllImportStepsFromProfile("profile-wilma.social:default")
    make_sections(setup_tool.aq_parent)
