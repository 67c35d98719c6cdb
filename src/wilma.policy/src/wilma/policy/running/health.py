"""`@@health`: this process answers. `@@ready`: so do the parts it needs. Nothing else is told."""

from pathlib import Path
from Products.Five.browser import BrowserView
from ZEO.Exceptions import ClientDisconnected

import json
import os
import time


# The worker beats every second.
OLDEST_BEAT = 15


class Health(BrowserView):
    """200 as long as a request is answered at all; touches no data."""

    def __call__(self) -> str:
        return _json(self.request.response, {"status": "ok"})


class Ready(BrowserView):
    """200 if every part is there, else 503 with the same JSON."""

    def __call__(self) -> str:
        parts = {"database": _database(self.context), "worker": _worker(), "chat": "off"}
        ready = parts["database"] == parts["worker"] == "ok"
        if not ready:
            self.request.response.setStatus(503)
        status = "ready" if ready else "not ready"
        return _json(self.request.response, {"status": status, "parts": parts})


def _json(response, value: dict) -> str:
    response.setHeader("Content-Type", "application/json")
    response.setHeader("Cache-Control", "no-store")
    return json.dumps(value)


def _database(context) -> str:
    storage = context._p_jar.db().storage
    # The connected ZEO client; a plain storage (tests, offline) is there if we are.
    client = getattr(storage, "_storage", storage)
    if not hasattr(client, "is_connected"):
        return "ok"
    if not client.is_connected():
        return "down"
    try:
        # A question only the server can answer: a dead one keeps is_connected() true for a while.
        client._call("lastTransaction", timeout=2)
    except (ClientDisconnected, OSError, TimeoutError):
        return "down"
    return "ok"


def _worker() -> str:
    beat = Path(os.environ.get("WILMA_RUN", "")) / "worker.beat"
    try:
        age = time.time() - beat.stat().st_mtime
    except OSError:
        return "down"
    return "ok" if age < OLDEST_BEAT else "down"
