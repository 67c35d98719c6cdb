"""What the variables of `make start` become: settings, and the hosts nginx answers."""

from pathlib import Path
from wilma.policy.running import settings
from wilma.policy.running.fill import fill
from wilma.policy.running.render import hosts
from wilma.policy.running.settings import host_and_port
from wilma.policy.running.settings import virtual_host
from wilma.policy.running.var import Var

import pytest


HOME = Path("/srv/wilma")


def test_defaults():
    chosen = settings.read({"PORT": "", "SITE": ""}, HOME)

    assert chosen == settings.Settings(
        home=HOME,
        var=HOME / "var",
        port=8080,
        bind="127.0.0.1",
        public_url="http://127.0.0.1:8080",
        site=None,
        chat="off",
        smtp=None,
        trusted_proxy=(),
    )


def test_everything_chosen():
    chosen = settings.read(
        {
            "PORT": "9000",
            "BIND": "[::1]",
            "SITE": "empty",
            "WILMA_VAR": "/data/wilma",
            "PUBLIC_URL": "https://Intranet.example/",
            "SMTP": "mail.example:587",
            "TRUSTED_PROXY": "10.0.0.0/8, 192.0.2.7",
        },
        HOME,
    )

    assert (chosen.var, chosen.bind, chosen.is_loopback) == (Path("/data/wilma"), "::1", True)
    assert (chosen.public_url, chosen.public_scheme) == ("https://intranet.example", "https")
    assert chosen.smtp == ("mail.example", 587)
    assert chosen.trusted_proxy == ("10.0.0.0/8", "192.0.2.7/32")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://127.0.0.1:8080", "/VirtualHostBase/http/127.0.0.1:8080/wilma/VirtualHostRoot"),
        (
            "https://intranet.example",
            "/VirtualHostBase/https/intranet.example:443/wilma/VirtualHostRoot",
        ),
        ("http://[::1]:8080", "/VirtualHostBase/http/[::1]:8080/wilma/VirtualHostRoot"),
    ],
)
def test_the_address_zope_is_told(url, path):
    assert virtual_host(url) == path


def test_host_and_port_of_an_address():
    assert host_and_port("http://[::1]") == ("[::1]", 80)


def test_hosts_of_a_public_address():
    chosen = settings.read({"PUBLIC_URL": "https://intranet.example"}, HOME)

    assert hosts(chosen) == {
        "127.0.0.1:8080": "loopback",
        "localhost:8080": "loopback",
        "[::1]:8080": "loopback",
        "intranet.example:443": "public",
        "intranet.example": "public",
    }


def test_port_80_needs_no_number():
    chosen = settings.read({"PORT": "80", "PUBLIC_URL": "http://localhost"}, HOME)

    assert hosts(chosen)["127.0.0.1"] == "loopback"
    assert hosts(chosen)["localhost"] == "loopback"


def test_an_unknown_place_in_a_configuration_is_an_error():
    assert fill("a {{b}} c {d}", {"b": "1"}) == "a 1 c {d}"
    with pytest.raises(KeyError):
        fill("{{nobody}}", {})


def test_sockets_of_a_long_path_lie_elsewhere():
    near, far = Var(Path("/srv/wilma/var")), Var(Path("/srv") / ("x" * 90))

    assert near.run == Path("/srv/wilma/var/run")
    assert str(far.run).startswith("/tmp/wilma-")
