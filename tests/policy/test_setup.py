"""The profile makes a site WiLMA, can be taken away, and put back."""

from plone import api
from wilma.policy.interfaces import IWilmaLayer
from wilma.policy.sections import PUBLIC_PAGES
from wilma.policy.sections import SECTIONS

import plone.browserlayer.utils
import pytest


def _layers():
    return plone.browserlayer.utils.registered_layers()


@pytest.fixture
def uninstalled_portal(portal, installer):
    with api.env.adopt_roles(["Manager"]):
        installer.uninstall_product("wilma.policy")
    return portal


def test_it_is_installed(installer):
    assert installer.is_product_installed("wilma.policy") is True
    assert IWilmaLayer in _layers()


def test_sections_are_there_and_published(portal):
    for name, title, _types in SECTIONS:
        assert portal[name].Title() == title
        assert api.content.get_state(portal[name]) == "published"


def test_german_first_english_too(portal):
    assert api.portal.get_registry_record("plone.default_language") == "de"
    assert api.portal.get_registry_record("plone.available_languages") == ["de", "en"]
    assert api.portal.get_registry_record("plone.portal_timezone") == "Europe/Berlin"


@pytest.mark.parametrize("name", [name for name, *_ in PUBLIC_PAGES])
def test_anonymous_reads_the_public_pages(portal, name):
    page = portal.info[name]

    assert "Anonymous" in [r["name"] for r in page.rolesOfPermission("View") if r["selected"]]


def test_no_other_content_is_given_to_anonymous(portal):
    workflows = api.portal.get_tool("portal_workflow")
    state = workflows["wilma_editorial_workflow"].states

    given = {
        s.getId() for s in state.values() for p in s.permission_roles.values() if "Anonymous" in p
    }

    assert given == set()


def test_installed_again_it_changes_nothing(portal, setup_tool):
    portal.aktuelles.title = "Nachrichten"
    before = sorted(portal.objectIds())

    with api.env.adopt_roles(["Manager"]):
        setup_tool.runAllImportStepsFromProfile("profile-wilma.policy:default")

    assert portal.aktuelles.Title() == "Nachrichten"
    assert sorted(portal.objectIds()) == before


def test_uninstalled_it_gives_plone_its_own_back(uninstalled_portal, installer):
    types = api.portal.get_tool("portal_types")
    workflows = api.portal.get_tool("portal_workflow")

    assert installer.is_product_installed("wilma.policy") is False
    assert IWilmaLayer not in _layers()
    assert "PublicPage" not in types
    assert types["News Item"].klass == "plone.app.contenttypes.content.NewsItem"
    assert [b for b in types["News Item"].behaviors if b.startswith("wilma.")] == []
    assert workflows.getDefaultChain() == ("simple_publication_workflow",)
    assert api.portal.get_registry_record("wilma.uploads.max_megabytes", default=None) is None


def test_put_back_it_is_whole(uninstalled_portal, installer):
    with api.env.adopt_roles(["Manager"]):
        installer.install_product("wilma.policy")

    types = api.portal.get_tool("portal_types")
    assert types["News Item"].klass == "wilma.policy.content.types.NewsItem"
    assert IWilmaLayer in _layers()
    assert api.portal.get_registry_record("wilma.uploads.max_megabytes") == 50
