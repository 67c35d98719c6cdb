"""A demo city answers on its own machine only."""

from wilma.policy.demo import mark
from wilma.policy.requests import demo
from wilma.policy.requests.interfaces import NotOnThisMachine

import pytest
import transaction


class Request(dict):
    """As much of a request as the check reads."""

    def getClientAddr(self):
        return self["client"]


def _request(remote="127.0.0.1", client="127.0.0.1", host="127.0.0.1:8080"):
    names = {"REMOTE_ADDR": remote, "client": client, "HTTP_HOST": host}
    return Request(names, SERVER_URL=f"http://{host}")


FAR = [
    {"remote": "192.0.2.7"},
    {"client": "192.0.2.7"},
    {"client": "2001:db8::1"},
    {"host": "wilma.stadt.example"},
    {"host": "127.0.0.1.evil.example"},
    {"host": "192.0.2.7:8080"},
    {"host": "localhost.evil.example:8080"},
]
NEAR = [{}, {"host": "localhost:8080"}, {"host": "[::1]:8080"}, {"client": "127.0.0.9"}]


@pytest.mark.parametrize("asked", FAR)
def test_far_is_refused(portal, asked):
    mark.mark(portal)

    with pytest.raises(NotOnThisMachine):
        demo.check(portal, _request(**asked))


@pytest.mark.parametrize("asked", NEAR)
def test_near_is_answered(portal, asked):
    mark.mark(portal)

    demo.check(portal, _request(**asked))


@pytest.mark.parametrize("asked", [*FAR, *NEAR])
def test_a_real_city_answers_everywhere(portal, asked):
    demo.check(portal, _request(**asked))


def test_over_http(browser, city):
    mark.mark(city)
    transaction.commit()

    assert browser().get("/login").status_code == 200
    for path in ("/login", "/aktuelles", "/nirgends", "/@login"):
        answer = browser().get(path, headers={"Host": "wilma.stadt.example"})
        assert answer.status_code == 403
        assert "WiLMA" not in answer.text.replace("Demo", "")
