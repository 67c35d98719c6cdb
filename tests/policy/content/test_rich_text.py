"""Texts are made safe, whatever a client says they are."""

from plone.app.textfield.value import RichTextValue
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD

import pytest
import requests
import transaction


EVIL = '<p onclick="boese()">Gut</p><script>boese()</script>'


@pytest.mark.parametrize("kind", ["text/html", "text/x-html-safe", "text/plain", "text/x-python"])
def test_no_script_gets_through(functional_portal, kind):
    portal = functional_portal
    make_user("editor")
    portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    transaction.commit()

    answer = requests.post(
        portal.aktuelles.absolute_url(),
        json={
            "@type": "News Item",
            "id": "text",
            "title": "Text",
            "text": {"data": EVIL, "content-type": kind},
        },
        auth=("editor", PASSWORD),
        headers={"Accept": "application/json"},
        timeout=60,
    )
    transaction.begin()

    assert answer.status_code in (201, 400)
    text = portal.aktuelles.text.text if answer.status_code == 201 else RichTextValue("")
    assert "<script" not in (text.output or "")
    assert "onclick" not in (text.output or "").replace("&lt;p onclick", "")
