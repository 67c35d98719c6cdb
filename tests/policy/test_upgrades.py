"""Every profile version is reached by upgrade steps from the first one."""

from plone import api

import pytest


FIRST = {
    "wilma.policy:default": "20261124001",
    "wilma.social:default": "20261124001",
    "wilma.theme:default": "20261124001",
}


@pytest.mark.parametrize("profile", sorted(FIRST))
def test_steps_lead_from_the_first_version_to_the_newest(portal, setup_tool, profile):
    newest = setup_tool.getVersionForProfile(profile)
    setup_tool.setLastVersionForProfile(profile, FIRST[profile])

    steps = [step for group in setup_tool.listUpgrades(profile) for step in _flat(group)]

    reached = steps[-1]["sdest"] if steps else FIRST[profile]
    assert reached == newest


@pytest.mark.parametrize("profile", sorted(FIRST))
def test_steps_may_run_twice(portal, setup_tool, profile):
    newest = setup_tool.getVersionForProfile(profile)

    for _run in (1, 2):
        setup_tool.setLastVersionForProfile(profile, FIRST[profile])
        with api.env.adopt_roles(["Manager"]):
            setup_tool.upgradeProfile(profile)

    assert setup_tool.getLastVersionForProfile(profile) == (newest,)


def _flat(group):
    return group if isinstance(group, list) else [group]
