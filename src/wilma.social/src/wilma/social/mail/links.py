"""Addresses in mails: what people type, never what a request came with."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import os


def home(site) -> str:
    """The address of the site as people know it, without a slash at the end."""
    return os.environ.get("PUBLIC_URL", "").rstrip("/") or site.absolute_url()


def absolute(site, path: str) -> str:
    """The address of a path below the site. Raises ValueError if it would lead elsewhere."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        raise ValueError(f"{path!r} is no path below the site")
    return home(site) + path


def mail_host(site) -> str:
    """The machine that people type, without a port, as mails name it: a number in brackets."""
    host = urlsplit(home(site)).hostname or "localhost"
    try:
        number = ip_address(host)
    except ValueError:
        return host
    return f"[IPv6:{number}]" if number.version == 6 else f"[{number}]"
