"""Layers become fixtures; a layer is built once, and only if a test asks for it."""

from pytest_plone import fixtures_factory
from tests.stack.wilma import new_folder
from tests.stack.wilma import Wilma
from wilma.policy.testing import FUNCTIONAL_TESTING
from wilma.policy.testing import INTEGRATION_TESTING

import pytest
import shutil


LAYERS = ((FUNCTIONAL_TESTING, "functional"), (INTEGRATION_TESTING, "integration"))

globals().update(fixtures_factory(LAYERS, keep_session=False))


@pytest.fixture(autouse=True, scope="session")
def _kept_layers(request):
    """Hold each layer that some collected test uses until the session ends."""
    for _layer, prefix in LAYERS:
        if any(prefix in item.fixturenames for item in request.session.items):
            request.getfixturevalue(f"{prefix}_session")


@pytest.fixture(scope="session")
def stack():
    """The demo city as `make start` makes it: `stack.url`, `stack.var`, `stack.kill("zeo")`."""
    folder = new_folder()
    wilma = Wilma(folder)
    try:
        wilma.start()
        yield wilma
    finally:
        wilma.stop()
        shutil.rmtree(folder)
