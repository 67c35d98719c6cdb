"""What the person who starts WiLMA chose: the variables of `make start`, checked."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import ipaddress
import re


SAFE_PATH = re.compile(r"[A-Za-z0-9._/+@-]+")
HOST_NAME = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?)+", re.IGNORECASE)
CHOICES = {"SITE": ("demo", "empty"), "CHAT": ("on", "off")}

DEFAULT_PORTS = {"http": 80, "https": 443}


class RefusedError(Exception):
    """WiLMA will not start; the message is one sentence that says why."""


@dataclass(frozen=True)
class Settings:
    """`site` is None if nobody chose; `smtp` is None if mail goes to the catcher.

    `trusted_proxy` are networks whose X-Forwarded-For is believed: a proxy in front of nginx.
    """

    home: Path
    var: Path
    port: int
    bind: str
    public_url: str
    site: str | None
    chat: str
    smtp: tuple[str, int] | None
    trusted_proxy: tuple[str, ...]

    @property
    def public_host(self) -> str:
        """Host of PUBLIC_URL, with its port if the address names one."""
        return urlsplit(self.public_url).netloc

    @property
    def public_scheme(self) -> str:
        return urlsplit(self.public_url).scheme

    @property
    def is_loopback(self) -> bool:
        return ipaddress.ip_address(self.bind).is_loopback


def read(environ: dict[str, str], home: Path) -> Settings:
    """The settings in these variables; an empty variable counts as not given.

    Raises RefusedError for a value that cannot be used.
    """
    given = {name: value for name, value in environ.items() if value}
    port = _port("PORT", given.get("PORT", "8080"))
    return Settings(
        home=_path("the folder of WiLMA", home),
        var=_path("WILMA_VAR", home / given.get("WILMA_VAR", "var")),
        port=port,
        bind=_bind(given.get("BIND", "127.0.0.1")),
        public_url=_public_url(given.get("PUBLIC_URL", f"http://127.0.0.1:{port}")),
        site=_choice("SITE", given.get("SITE")),
        chat=_choice("CHAT", given.get("CHAT", "off")),
        smtp=_smtp(given.get("SMTP")),
        trusted_proxy=_networks(given.get("TRUSTED_PROXY", "")),
    )


def _path(name: str, path: Path) -> Path:
    path = path.absolute()
    # Several programs read this path from a configuration, each with its own way of quoting.
    if not SAFE_PATH.fullmatch(str(path)):
        raise RefusedError(
            f"{name} is {str(path)!r}, but its path may have letters, digits and . _ / + @ - only."
        )
    return path


def _port(name: str, value: str) -> int:
    if not _is_port(value):
        raise RefusedError(f"{name}={value} is no port: give a number from 1 to 65535.")
    return int(value)


def _is_port(value: str) -> bool:
    return value.isascii() and value.isdigit() and 0 < int(value) < 65536


def _bind(value: str) -> str:
    try:
        return str(ipaddress.ip_address("127.0.0.1" if value == "localhost" else value.strip("[]")))
    except ValueError:
        raise RefusedError(f"BIND={value} is no IP address: give one, as 127.0.0.1.") from None


def _choice(name: str, value: str | None) -> str | None:
    if value is not None and value not in CHOICES[name]:
        raise RefusedError(f"{name}={value} is not known: give {' or '.join(CHOICES[name])}.")
    return value


def _public_url(value: str) -> str:
    refused = RefusedError(
        f"PUBLIC_URL={value} cannot be used: give http:// or https://, host and a port if wanted."
    )
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise refused from None
    plain = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme not in ("http", "https") or not is_host(host) or "@" in parts.netloc:
        raise refused
    if value.rstrip("/") != plain:
        raise refused
    return plain.lower()


def _smtp(value: str | None) -> tuple[str, int] | None:
    if value is None:
        return None
    host, _, port = value.rpartition(":")
    if not is_host(host.strip("[]")) or not _is_port(port):
        raise RefusedError(f"SMTP={value} cannot be used: give host:port, as mail.example.org:25.")
    return host.strip("[]"), int(port)


def _networks(value: str) -> tuple[str, ...]:
    try:
        return tuple(str(ipaddress.ip_network(part)) for part in value.replace(",", " ").split())
    except ValueError:
        raise RefusedError(
            f"TRUSTED_PROXY={value} cannot be used: give IP addresses or networks, with commas."
        ) from None


def is_host(value: str) -> bool:
    """Is this a host name or an IP address?"""
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return HOST_NAME.fullmatch(value) is not None
    return True


def host_and_port(url: str) -> tuple[str, int]:
    """Host of an address, an IPv6 one in brackets, and its port, named or not."""
    parts = urlsplit(url)
    host = parts.netloc.removesuffix(f":{parts.port}") if parts.port else parts.netloc
    return host, parts.port or DEFAULT_PORTS[parts.scheme]


def virtual_host(url: str) -> str:
    """What tells Zope that the site is seen under this address, as the start of a path."""
    host, port = host_and_port(url)
    return f"/VirtualHostBase/{urlsplit(url).scheme}/{host}:{port}/wilma/VirtualHostRoot"
