"""One instance, asked directly over its socket."""

from http.client import HTTPConnection
from http.client import HTTPException
from pathlib import Path
from wilma.policy.running.settings import virtual_host

import socket


INSTANCES = ("instance1", "instance2")


class UnixConnection(HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: Path, timeout: float) -> None:
        super().__init__("127.0.0.1", timeout=timeout)
        self.path = str(path)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def warm(run: Path, name: str, public_url: str) -> bool:
    """Ask for pages of the site, since the first costs an instance seconds; did it answer?"""
    site = virtual_host(public_url)
    connection = UnixConnection(run / f"{name}.sock", timeout=60)
    try:
        for path in ("/", "/login"):
            connection.request("GET", site + path)
            connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
