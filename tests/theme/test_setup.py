"""The look can be put on a site and taken off again."""

from plone import api
from wilma.theme.interfaces import IWilmaThemeLayer

import plone.browserlayer.utils
import pytest


DIAZO = "plone.app.theming.interfaces.IThemeSettings.enabled"


@pytest.fixture
def bare_portal(portal, installer):
    with api.env.adopt_roles(["Manager"]):
        installer.uninstall_product("wilma.theme")
    return portal


def test_no_diazo_between_our_template_and_the_browser(portal):
    assert api.portal.get_registry_record(DIAZO) is False
    assert IWilmaThemeLayer in plone.browserlayer.utils.registered_layers()


def test_taken_off_the_site_has_plones_look_again(bare_portal):
    assert api.portal.get_registry_record(DIAZO) is True
    assert IWilmaThemeLayer not in plone.browserlayer.utils.registered_layers()


def test_put_on_again(bare_portal, installer):
    with api.env.adopt_roles(["Manager"]):
        installer.install_product("wilma.theme")

    assert api.portal.get_registry_record(DIAZO) is False
