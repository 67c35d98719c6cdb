"""A site whose files the worker converts, when the test says so."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from tests.policy.requests.conftest import browser  # noqa: F401
from tests.policy.requests.conftest import city  # noqa: F401
from wilma.social.outbox import store
from wilma.social.outbox.lane import Lane

import contextlib
import pytest
import threading
import transaction


@pytest.fixture
def work(city, tmp_path):  # noqa: F811
    """Let the worker's lane for slow jobs do what is due; how many jobs it tried."""

    @contextlib.contextmanager
    def open_site():
        yield city

    lane = Lane(store.SLOW, open_site, tmp_path, threading.Event())
    return lane.turn


@pytest.fixture
def upload(city):  # noqa: F811
    """Make a file or picture in Wissen, a draft, and commit it."""

    def upload(data, name, portal_type="File"):
        blob = NamedBlobFile if portal_type == "File" else NamedBlobImage
        with api.env.adopt_roles(["Manager"]):
            fields = {portal_type.lower(): blob(data, filename=name)}
            made = api.content.create(city.wissen, portal_type, title="Anlage", **fields)
        transaction.commit()
        return made

    return upload


@pytest.fixture
def found(city):  # noqa: F811
    """The ids that the catalog finds by a word, whoever may see them."""

    def found(word):
        transaction.begin()
        brains = city.portal_catalog.unrestrictedSearchResults(SearchableText=word)
        return [brain.getId for brain in brains]

    return found
