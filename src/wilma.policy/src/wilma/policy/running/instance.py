"""One instance, asked directly over its socket."""

from http.client import HTTPConnection
from http.client import HTTPException
from pathlib import Path

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


def answers(run: Path, name: str, paths: tuple[str, ...] = ("/@@health",)) -> bool:
    """Did this instance answer for all these paths, whatever it said?"""
    connection = UnixConnection(run / f"{name}.sock", timeout=60)
    try:
        for path in paths:
            connection.request("GET", path)
            connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
