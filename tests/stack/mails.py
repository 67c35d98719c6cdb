"""Many mails while the worker is killed: written by REST, counted in the catcher's folder."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from email import message_from_bytes
from tests.stack.wilma import Wilma

import random
import requests
import threading
import time


JSON = {"Accept": "application/json"}
PASSWORD = "Die-Post-ist-da-2026"


@dataclass
class Outcome:
    """What came out; `missing` are acknowledged jobs without a mail, `doubles` mails too many."""

    kills: int = 0
    mails: int = 0
    missing: list[str] = field(default_factory=list)
    doubles: int = 0
    seconds: float = 0.0
    left: dict = field(default_factory=dict)


class Mails:
    """Writes `number` mails to an operator, and kills the worker `kills` times meanwhile."""

    def __init__(self, wilma: Wilma, number: int, kills: int) -> None:
        self.wilma = wilma
        self.number = number
        self.kills = kills
        self.written: list[str] = []
        self.killed = 0
        self.session = requests.Session()
        self.session.headers.update(JSON)
        self._make_operator()

    def run(self) -> Outcome:
        """Give what came out once all is quiet again."""
        started = time.monotonic()
        writer = threading.Thread(target=self.write)
        writer.start()
        self._kill()
        writer.join()
        outcome = self.outcome()
        outcome.seconds = time.monotonic() - started
        return outcome

    def outcome(self) -> Outcome:
        """Wait until all is quiet, or for ten minutes without a mail, and count."""
        self._wait_until_quiet()
        seen = Counter(self._seen())
        return Outcome(
            kills=self.killed,
            mails=len(self.written),
            missing=[job_id for job_id in self.written if not seen[job_id]],
            doubles=sum(seen[job_id] - 1 for job_id in self.written if seen[job_id]),
            left=self._left(),
        )

    def write(self) -> None:
        """Ask for the mails, in step with the kills, so that there is something to send at each."""
        for number in range(self.number):
            while number > self.number * (self.killed + 1) / (self.kills + 1):
                time.sleep(0.05)
            self.written.append(self._post("/@outbox/trial", self.session.auth).json()["id"])

    def _make_operator(self) -> None:
        name = f"post-{time.time_ns()}"
        body = {
            "username": name,
            "email": f"{name}@wilma.example",
            "fullname": "Grüß Gott, Post",
            "password": PASSWORD,
            "roles": ["Member", "Site Administrator"],
        }
        self._post("/@users", self.wilma.admin, json=body)
        self.session.auth = (name, PASSWORD)

    def _kill(self) -> None:
        while self.killed < self.kills:
            before = self._count()
            self._wait_for(lambda before=before: self._count() > before)
            time.sleep(random.uniform(0, 0.15))
            self.wilma.kill("worker")
            self.killed += 1

    def _post(self, path, auth, **options) -> requests.Response:
        answer = self.session.post(self.wilma.url + path, auth=auth, timeout=60, **options)
        answer.raise_for_status()
        return answer

    def _wait_for(self, condition, seconds: float = 120) -> None:
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            time.sleep(0.01)

    def _wait_until_quiet(self) -> None:
        last, count = time.monotonic(), self._count()
        while self._left() and time.monotonic() - last < 600:
            time.sleep(0.5)
            if self._count() != count:
                last, count = time.monotonic(), self._count()

    def _left(self) -> dict:
        answer = self.session.get(f"{self.wilma.url}/@outbox", timeout=60)
        counts = answer.json()["kinds"].get("mail", {})
        return {part: number for part, number in counts.items() if number}

    def _count(self) -> int:
        return sum(1 for _file in self.wilma.var.mail.glob("*.eml"))

    def _seen(self):
        for file in self.wilma.var.mail.glob("*.eml"):
            message = message_from_bytes(file.read_bytes())
            # Mails of Plone's own, which other tests have asked for, have none.
            if message["Message-ID"] is None:
                continue
            yield message["Message-ID"].strip("<>").partition(".")[0]
