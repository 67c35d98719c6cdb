"""Addresses in mails: what people type, never what a request came with."""

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


def host(site) -> str:
    """The name of the machine people type, without a port."""
    return urlsplit(home(site)).hostname or "localhost"
