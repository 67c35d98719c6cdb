"""The place at which jobs run: the site, a request that says what a request of people would say."""

from AccessControl.SecurityManagement import noSecurityManager
from contextlib import contextmanager
from plone.browserlayer.layer import mark_layer
from Testing.makerequest import makerequest
from types import SimpleNamespace
from urllib.parse import urlsplit
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import os


@contextmanager
def at_site(app, name: str):
    """Give the site of this id, None if there is none (yet); nobody is logged in."""
    app = makerequest(app)
    request = app.REQUEST
    site = app.get(name)
    _leave()
    try:
        setRequest(request)
        if site is not None:
            _see_as_people_do(request, site)
            setSite(site)
            mark_layer(site, SimpleNamespace(request=request))
        yield site
    finally:
        _leave()
        request.close()


def _leave() -> None:
    noSecurityManager()
    setSite(None)
    clearRequest()


def _see_as_people_do(request, site) -> None:
    parts = urlsplit(os.environ.get("PUBLIC_URL", ""))
    if parts.hostname is None:
        return
    default = {"http": 80, "https": 443}[parts.scheme]
    request.setServerURL(parts.scheme, parts.hostname, parts.port or default)
    request["PARENTS"] = [site]
    request.setVirtualRoot([])
