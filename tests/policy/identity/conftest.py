"""People who log in over real HTTP: those of the tests of requests."""

from tests.policy.requests.conftest import browser  # noqa: F401
from tests.policy.requests.conftest import city  # noqa: F401
from tests.policy.requests.conftest import manager  # noqa: F401
