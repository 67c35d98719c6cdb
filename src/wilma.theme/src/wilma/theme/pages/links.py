"""Addresses that editors wrote: only those that lead somewhere, none that run something."""

from urllib.parse import urlsplit


# The empty scheme: an address within the site.
ALLOWED = {"", "http", "https", "mailto", "tel"}


def safe_url(url: str | None) -> str | None:
    """The address, or None if a click on it could run a script."""
    try:
        # Browsers ignore control characters and blanks before the colon.
        scheme = urlsplit("".join(filter(str.isprintable, url or "")).strip()).scheme
    except ValueError:
        return None
    return url if url and scheme.lower() in ALLOWED else None
