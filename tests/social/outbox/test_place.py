"""Jobs find what a request of people finds, and nobody logged in."""

from AccessControl import getSecurityManager
from plone import api
from wilma.policy.interfaces import IWilmaLayer
from wilma.social.outbox.place import at_site
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest

import pytest


@pytest.fixture(autouse=True)
def _as_it_was(portal):
    request = getRequest()
    yield
    setSite(portal)
    setRequest(request)


@pytest.mark.parametrize("public", ["https://wilma.example", "http://wilma.example:8080"])
def test_addresses_are_those_that_people_type(portal, monkeypatch, public):
    monkeypatch.setenv("PUBLIC_URL", public)

    with at_site(portal.getPhysicalRoot().aq_base, "plone") as site:
        assert site.absolute_url() == public
        assert site.aktuelles.absolute_url() == f"{public}/aktuelles"
        assert site.portal_url() == public


def test_the_request_has_the_layers_of_the_site(portal):
    with at_site(portal.getPhysicalRoot().aq_base, "plone") as site:
        assert IWilmaLayer.providedBy(getRequest())
        assert getSite() == api.portal.get() == site


def test_nobody_is_logged_in_and_nothing_stays(portal):
    app = portal.getPhysicalRoot().aq_base

    with at_site(app, "plone") as site:
        assert not getSecurityManager().checkPermission("View", site.aktuelles)
        assert getSecurityManager().getUser().getId() is None

    assert (getSite(), getRequest()) == (None, None)


def test_no_site_yet(portal):
    with at_site(portal.getPhysicalRoot().aq_base, "nothing") as site:
        assert site is None
        assert getSite() is None
