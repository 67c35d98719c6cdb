"""`@@health`: this process answers. `@@ready`: so do the parts it needs. Nothing else is told."""

from pathlib import Path
from Products.Five.browser import BrowserView
from wilma.policy.running.database import answers

import json
import os
import time


# The worker beats every second; starting it anew takes some.
OLDEST_BEAT = 30


class Health(BrowserView):
    """200 as long as a request is answered at all; touches no data."""

    def __call__(self) -> str:
        return _json(self.request.response, {"status": "ok"})


class Ready(BrowserView):
    """200 if every part is there, else 503 with the same JSON."""

    def __call__(self) -> str:
        parts = {
            "database": _state(answers(self.context._p_jar)),
            "worker": _worker(),
            "chat": "off",
        }
        ready = parts["database"] == parts["worker"] == "ok"
        if not ready:
            self.request.response.setStatus(503)
        status = "ready" if ready else "not ready"
        return _json(self.request.response, {"status": status, "parts": parts})


def _json(response, value: dict) -> str:
    response.setHeader("Content-Type", "application/json")
    response.setHeader("Cache-Control", "no-store")
    return json.dumps(value)


def _worker() -> str:
    beat = Path(os.environ.get("WILMA_RUN", "")) / "worker.beat"
    try:
        return _state(time.time() - beat.stat().st_mtime < OLDEST_BEAT)
    except OSError:
        return "down"


def _state(good: bool) -> str:
    return "ok" if good else "down"
