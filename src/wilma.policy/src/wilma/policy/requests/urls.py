"""PUBLIC_URL: what links, mails and origins say, whatever Host a request came with."""

from urllib.parse import urlsplit

import os


def public_url() -> str:
    """The address of the site as people know it, without a slash at the end; "" if not set."""
    return os.environ.get("PUBLIC_URL", "").rstrip("/")


def is_https() -> bool:
    """True if people reach the site over TLS, so that cookies may ask for it."""
    return public_url().startswith("https://")


def origin(request) -> str:
    """`scheme://host[:port]` of the site, as a browser sends it in `Origin`."""
    parts = urlsplit(public_url() or request.get("SERVER_URL", ""))
    return f"{parts.scheme}://{parts.netloc}".lower()


def site_url(portal) -> str:
    """The address of the site's front page."""
    return public_url() or portal.absolute_url()
