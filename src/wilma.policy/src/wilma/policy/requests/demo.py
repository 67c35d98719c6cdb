"""A demo city has accounts with a known password: it answers on its own machine only."""

from urllib.parse import urlsplit
from wilma.policy.demo.mark import is_demo
from wilma.policy.requests.interfaces import NotOnThisMachine

import ipaddress


def check(portal, request) -> None:
    """Raise NotOnThisMachine if a marked site is asked from, or by the name of, another machine."""
    if not is_demo(portal):
        return
    addresses = {request.get("REMOTE_ADDR", ""), request.getClientAddr()}
    if not all(_is_loopback(address) for address in addresses if address):
        raise NotOnThisMachine()
    hosts = {request.get("HTTP_HOST"), urlsplit(request.get("SERVER_URL", "")).netloc}
    if not all(_is_loopback(urlsplit(f"//{host}").hostname) for host in hosts if host):
        raise NotOnThisMachine()


def _is_loopback(name):
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name or "").is_loopback
    except ValueError:
        return False
