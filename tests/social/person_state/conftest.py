"""People who log in over real HTTP: those of the tests of requests."""

from tests.policy.requests.conftest import browser  # noqa: F401
from tests.policy.requests.conftest import city  # noqa: F401

import pytest


@pytest.fixture
def jonas(browser):  # noqa: F811
    browser = browser()
    browser.login("jonas.weber")
    return browser


@pytest.fixture
def thao(browser):  # noqa: F811
    browser = browser()
    browser.login("thao.nguyen")
    return browser
