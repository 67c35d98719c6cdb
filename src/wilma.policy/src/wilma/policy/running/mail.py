"""Where the site's mail goes: what SMTP= says, else the catcher."""

from plone import api

import os


def point_mail_at(site) -> str | None:
    """Let the site send to the server of this start; writes only if that changed."""
    host, _, port = os.environ["WILMA_SMTP"].rpartition(":")
    changes = {"plone.smtp_host": host, "plone.smtp_port": int(port)}
    if all(api.portal.get_registry_record(name) == value for name, value in changes.items()):
        return None
    for name, value in changes.items():
        api.portal.set_registry_record(name, value)
    return f"goes to {host}:{port}"
