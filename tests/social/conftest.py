"""Asking over real HTTP, as another system would."""

from tests.policy.conftest import PASSWORD

import pytest
import requests
import transaction


@pytest.fixture
def call(functional_portal):
    """Give a function (who, method, path, body) -> response in German; who "" is anonymous."""

    def call(who, method, path, body=None):
        answer = requests.request(
            method,
            functional_portal.absolute_url() + path,
            auth=(who, PASSWORD) if who else None,
            headers={"Accept": "application/json", "Accept-Language": "de"},
            json=body,
            allow_redirects=False,
            timeout=60,
        )
        # What the request changed is seen from here.
        transaction.begin()
        return answer

    return call
