"""Every test here needs the whole stack, or the programs that make it."""

import pytest
import requests


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/stack" in str(item.path):
            item.add_marker(pytest.mark.stack)


@pytest.fixture
def get(stack):
    """GET a path of the site as nobody in particular; redirects are not followed."""

    def get(path, **options):
        options.setdefault("allow_redirects", False)
        return requests.get(stack.url + path, timeout=60, **options)

    return get
