"""Eight people who write at the same time, and the question whether everything is there after.

Run by hand against a running WiLMA (it makes folders and pages in it):

    bin/wilma-python tests/stack/writers.py http://127.0.0.1:8080 ADMIN_PASSWORD same|own SECONDS
"""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field

import itertools
import requests
import sys
import threading
import time


CLIENTS = 8
JSON = {"Accept": "application/json"}


@dataclass
class Written:
    """What was acknowledged: {address: title}; and what may have either title."""

    pages: dict[str, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    statuses: Counter = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    # When each answered: (moment, status, None if no answer).
    moments: list[tuple[float, int | None]] = field(default_factory=list)


class Writers:
    """CLIENTS threads that add and edit pages until `stop()`."""

    def __init__(self, base: str, auth: tuple[str, str], *, same_folder: bool) -> None:
        self.base = base
        self.auth = auth
        self.written = Written()
        self._stop = threading.Event()
        self._lock = threading.Lock()
        name = f"schreiben-{time.time_ns()}"
        self.folders = [name] if same_folder else [f"{name}-{i}" for i in range(CLIENTS)]

    def start(self) -> None:
        for name in self.folders:
            answer = self._session().post(
                self.base, json={"@type": "Folder", "id": name, "title": name}
            )
            answer.raise_for_status()
        self._threads = [
            threading.Thread(target=self._write, args=(i,), daemon=True) for i in range(CLIENTS)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def check(self) -> list[str]:
        """What is wrong with acknowledged pages: missing, other content, not in the catalog."""
        session, wrong, found = self._session(), [], set()
        for name in self.folders:
            found |= self._in_catalog(session, name)
        for address, title in self.written.pages.items():
            answer = session.get(address)
            if answer.status_code != 200:
                wrong.append(f"{address}: {answer.status_code}")
            elif answer.json()["title"] != title and address not in self.written.unsure:
                wrong.append(f"{address}: {answer.json()['title']} is not {title}")
            elif address not in found:
                wrong.append(f"{address}: not in the catalog")
        return wrong

    def _in_catalog(self, session: requests.Session, folder: str) -> set[str]:
        query = {"portal_type": "Document", "b_size": 10_000}
        answer = session.get(f"{self.base}/{folder}/@search", params=query)
        return {item["@id"] for item in answer.json()["items"]}

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.auth = self.auth
        session.headers.update(JSON)
        return session

    def _write(self, number: int) -> None:
        session, folder = self._session(), self.folders[number % len(self.folders)]
        mine: list[str] = []
        for count in itertools.count():
            if self._stop.is_set():
                return
            title = f"{number}-{count}-{time.time_ns()}"
            if count % 3 == 2 and mine:
                self._edit(session, mine[count % len(mine)], title)
            else:
                self._add(session, folder, title, mine)

    def _add(self, session, folder: str, title: str, mine: list[str]) -> None:
        body = {"@type": "Document", "title": title, "description": f"Beschreibung {title}"}
        answer = self._send(session, "POST", f"{self.base}/{folder}", body)
        if answer is not None and answer.status_code == 201:
            address = answer.json()["@id"]
            mine.append(address)
            self.written.pages[address] = title

    def _edit(self, session, address: str, title: str) -> None:
        answer = self._send(session, "PATCH", address, {"title": title})
        if answer is not None and answer.status_code == 204:
            self.written.pages[address] = title
            self.written.unsure.discard(address)
        else:
            self.written.unsure.add(address)

    def _send(self, session, method: str, address: str, body: dict) -> requests.Response | None:
        started = time.monotonic()
        answer = None
        try:
            answer = session.request(method, address, json=body, timeout=60)
        except requests.RequestException:
            session.close()
        with self._lock:
            self._note(answer, started)
        if answer is None or answer.status_code >= 400:
            time.sleep(0.3)
        return answer

    def _note(self, answer: requests.Response | None, started: float) -> None:
        status = None if answer is None else answer.status_code
        self.written.statuses[status] += 1
        self.written.seconds.append(time.monotonic() - started)
        self.written.moments.append((time.monotonic(), status))
        if status is not None and status >= 400:
            self.written.errors.append(f"{status} {answer.text[:200]}")


def main() -> None:
    base, password, how, seconds = sys.argv[1:]
    writers = Writers(base, ("admin", password), same_folder=how == "same")
    writers.start()
    time.sleep(float(seconds))
    writers.stop()
    took = sorted(writers.written.seconds)
    print(dict(writers.written.statuses), Counter(e[:120] for e in writers.written.errors))
    middle, most = took[len(took) // 2], took[len(took) * 95 // 100]
    print(f"middle {middle:.2f} s, 95 % {most:.2f} s, longest {took[-1]:.1f} s")
    print("wrong:", writers.check())


if __name__ == "__main__":
    main()
