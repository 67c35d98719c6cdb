"""What people upload is read by the running worker, and found by who may see it."""

from base64 import b64encode
from tests.social.conversion import samples

import pytest
import requests
import time


PASSWORD = "Servus-WiLMA-2026"
JSON = {"Accept": "application/json"}
# The longest a conversion may take, and some for the way.
LONGEST = 150


class Person:
    """Somebody of the demo city, by REST."""

    def __init__(self, url, login):
        self.url = url
        self.headers = dict(JSON)
        answer = self.ask("POST", "/@login", json={"login": login, "password": PASSWORD})
        self.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    def ask(self, method, path, **options):
        return requests.request(
            method, self.url + path, headers=self.headers, timeout=60, **options
        )

    def upload(self, data, name):
        """The path of a new draft in Aktuelles that holds this file."""
        file = {"data": b64encode(data).decode(), "encoding": "base64", "filename": name}
        body = {"@type": "File", "title": "Anlage", "file": file}
        answer = self.ask("POST", "/aktuelles", json=body)
        assert answer.status_code == 201, answer.text
        return answer.json()["@id"].removeprefix(self.url)

    def finds(self, word):
        items = self.ask("GET", "/@search", params={"SearchableText": word}).json()["items"]
        return [item["@id"].removeprefix(self.url) for item in items]


@pytest.fixture
def person(stack):
    return lambda login: Person(stack.url, login)


def wait_for(read):
    """The first true value that `read()` gives, and the seconds until then."""
    started = time.monotonic()
    while not (value := read()):
        assert time.monotonic() - started < LONGEST
        time.sleep(0.3)
    return value, time.monotonic() - started


def test_an_uploaded_pdf_is_found_by_who_may_see_it_and_nobody_else(person):
    maria, stefan, jonas = (person(f"{n}") for n in ("maria.huber", "stefan.maier", "jonas.weber"))
    path = maria.upload(samples.pdf("Zwetschgenröster im Hofbräukeller"), "plan.pdf")

    found, _seconds = wait_for(lambda: maria.finds("Zwetschgenröster"))

    assert found == [path]
    assert stefan.finds("Zwetschgenröster") == [path]
    assert jonas.finds("Zwetschgenröster") == []
    preview = maria.ask("GET", path).json()["preview"]
    assert preview["download"] == f"{maria.url}{path}/@@preview"
    assert maria.ask("GET", f"{path}/@@preview").content[8:12] == b"WEBP"
    assert jonas.ask("GET", f"{path}/@@preview").status_code == 404
    assert jonas.ask("GET", path).status_code == 404

    stefan.ask("POST", f"{path}/@workflow/publish")

    assert jonas.finds("Zwetschgenröster") == [path]
    assert jonas.ask("GET", f"{path}/@@preview").status_code == 200


def test_bombs_keep_neither_the_site_nor_the_next_file_waiting(person, stack):
    maria = person("maria.huber")
    worker = stack.pid("worker")
    bombs = [
        maria.upload(samples.pdf_of_huge_stream(), "bombe.pdf"),
        maria.upload(samples.docx("<w:r/>" * (20 << 20)), "bombe.docx"),
        maria.upload(samples.png_of_size(100_000, 100_000), "bombe.png"),
    ]
    path = maria.upload(samples.docx("<w:p><w:r><w:t>Schwammerlknödel</w:t></w:r></w:p>"), "a.docx")

    found, _seconds = wait_for(lambda: maria.finds("Schwammerlknödel"))

    assert found == [path]
    assert stack.answers()
    assert stack.pid("worker") == worker
    log = (stack.var.log / "worker.log").read_text()
    for bomb in bombs:
        uid = maria.ask("GET", bomb).json()["UID"]
        (line,) = [line for line in log.splitlines() if uid in line and "signs of text" in line]
        assert ": limit," in line or ": crash," in line
