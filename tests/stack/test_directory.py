"""Two instances: what is changed on one is found on the other."""

from base64 import b64encode
from wilma.policy.running.instance import INSTANCES
from wilma.policy.running.instance import UnixConnection
from wilma.policy.running.settings import virtual_host

import json
import pytest
import time
import uuid


PATIENCE = 2


@pytest.fixture
def ask(stack):
    """Ask one instance over its own socket, as the administrator: status and JSON."""
    token = b64encode(":".join(stack.admin).encode()).decode()
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Authorization": f"Basic {token}",
    }

    def ask(instance, method, path, body=None):
        connection = UnixConnection(stack.var.run / f"{instance}.sock", timeout=60)
        try:
            sent = json.dumps(body) if body is not None else None
            connection.request(method, virtual_host(stack.url) + path, sent, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or "{}")
        finally:
            connection.close()

    return ask


def seconds_until(condition):
    started = time.monotonic()
    while not condition():
        if time.monotonic() - started > PATIENCE:
            raise AssertionError(f"not within {PATIENCE} s")
        time.sleep(0.05)
    return time.monotonic() - started


@pytest.mark.parametrize(("here", "there"), [INSTANCES, INSTANCES[::-1]])
def test_a_new_name_is_found_on_the_other_instance_within_two_seconds(ask, here, there):
    def found(instance, q):
        status, answer = ask(instance, "GET", f"/@people?q={q}")
        assert status == 200
        return [item["userid"] for item in answer["items"]]

    name = "Zeisig" + uuid.uuid4().hex[:8].translate(str.maketrans("0123456789", "ghijklmnop"))
    found(here, name)
    assert found(there, name) == []
    person = ask(here, "GET", "/people/thao.nguyen")[1]

    status, _ = ask(here, "PATCH", "/people/thao.nguyen", {"family_name": name})
    assert status == 204
    try:
        seconds_until(lambda: found(there, name) == ["thao.nguyen"])
        assert found(here, name) == ["thao.nguyen"]
    finally:
        ask(there, "PATCH", "/people/thao.nguyen", {"family_name": person["family_name"]})
    seconds_until(lambda: found(here, name) == [] and found(there, name) == [])


def test_instances_read_the_roll_when_they_start(stack):
    for instance in INSTANCES:
        log = (stack.var.path / "log" / f"{instance}.log").read_text()
        assert "people read in" in log
