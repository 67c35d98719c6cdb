"""Mails with a way to a new password: as many as people need, not as many as one can ask for."""

from functools import partial
from plone import api
from wilma.policy.identity import attempts
from wilma.policy.identity import throttle
from wilma.policy.identity.buckets import Bucket
from wilma.policy.identity.interfaces import NoMail
from wilma.policy.identity.interfaces import Throttled

import math
import socket
import time


FIELDS = ("form.widgets.reset_password", "form.widgets.recover_username")

# Three at once, then one every twenty minutes.
ACCOUNT = Bucket(size=3, leak=1 / 1200)
# Many people may sit behind an address.
ADDRESS = Bucket(size=60, leak=1 / 60)

# Seconds; longer than a mail takes.
TAKES = 0.6


def check(portal, request) -> None:
    """Count it if the request asks for such a mail, alike for accounts that do not exist.

    Raises Throttled, or NoMail if none could be sent now: before it is known whether one will be,
    since a failure at the end would tell that there was somebody to write to.
    """
    accounts = _accounts_asked_for(request)
    if accounts is None:
        return
    jar = portal._p_jar
    if not _post_office_is_open():
        raise NoMail()
    client = throttle.client_network(request)
    buckets = {attempts.key_of("mail", client): ADDRESS}
    for account in accounts:
        buckets[attempts.key_of("mail", account, client)] = ACCOUNT
    request._wilma_mail_asked = now = time.time()
    waits = [bucket.wait(attempts.read(jar, key), now) for key, bucket in buckets.items()]
    if max(waits) > 0:
        raise Throttled(math.ceil(max(waits)))
    changes = {key: partial(bucket.filled, now=now) for key, bucket in buckets.items()}
    attempts.change(jar, changes)


def even_out(request) -> None:
    """Wait until writing a mail would have been done, whether one was written or not."""
    asked = getattr(request, "_wilma_mail_asked", None)
    if asked is not None:
        time.sleep(max(0, asked + TAKES - time.time()))


def _accounts_asked_for(request):
    # None if the request is about something else.
    if request.get("REQUEST_METHOD") != "POST":
        return None
    match request._wilma_names:
        case ["login-help" | "@@login-help"]:
            asked = [str(request.form.get(name) or "") for name in FIELDS]
        case ["@users", account, "reset-password"] if (
            request.get("BODY") or b"{}"
        ).strip() == b"{}":
            asked = [account]
        case _:
            return None
    return [account.strip().casefold() for account in asked if account.strip()]


def _post_office_is_open():
    host = api.portal.get_registry_record("plone.smtp_host", default=None)
    port = api.portal.get_registry_record("plone.smtp_port", default=None)
    try:
        socket.create_connection((host or "", port or 25), timeout=3).close()
    except OSError:
        return False
    return True
