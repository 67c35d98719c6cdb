#!/usr/bin/env python3
"""The life of a news item, by REST alone. Nothing but Python is needed.

    python3 docs/examples/news_by_rest.py [ADDRESS]

It plays three people of the demo city: an editor, a reviewer and an employee. ADDRESS is that of
the running WiLMA, by default http://127.0.0.1:8080.
"""

from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request
from urllib.request import urlopen

import json
import sys


PASSWORD = "Servus-WiLMA-2026"  # of all accounts of the demo city, and of no other
# A blue rectangle, as PNG in base64.
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAUAAAADIAQMAAACjyqroAAAAA1BMVEUAWqAx+CvsAAAAHklEQVR42u3BAQ0AAADCoP"
    "dPbQ8HFAAAAAAAAADwYiAIAAFD65fuAAAAAElFTkSuQmCC"
)


class Refused(Exception):
    """WiLMA said no: the status, and the reason it gave."""


class Person:
    """Somebody who is logged in; `ask` sends a request in their name."""

    def __init__(self, wilma: str, login: str) -> None:
        self.wilma = wilma
        self.token = None
        self.token = self.ask("POST", "/@login", {"login": login, "password": PASSWORD})["token"]

    def ask(self, method: str, address: str, body: dict | None = None) -> dict:
        """The JSON that WiLMA answers. Raises Refused for 400 and above."""
        if not address.startswith("http"):
            address = self.wilma + address
        request = Request(address, method=method, headers={"Accept": "application/json"})
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urlopen(request) as answer:
                return json.loads(answer.read() or "{}")
        except HTTPError as error:
            raise Refused(error.code, error.read().decode()) from error

    def find(self, **query) -> list[dict]:
        """What a search gives this person."""
        return self.ask("GET", f"/@search?{urlencode(query)}")["items"]


def status(person: Person, address: str) -> int:
    """What somebody gets for an address: 200, or the error."""
    try:
        person.ask("GET", address)
    except Refused as refused:
        return refused.args[0]
    return 200


def main(wilma: str) -> None:
    maria = Person(wilma, "maria.huber")
    stefan = Person(wilma, "stefan.maier")
    jonas = Person(wilma, "jonas.weber")

    news = maria.ask(
        "POST",
        "/aktuelles",
        {
            "@type": "News Item",
            "title": "Lesesaal der Rathausbibliothek wieder offen",
            "description": "Nach drei Wochen Umbau gibt es 24 Plätze und mehr Licht.",
            "text": {"data": "<p>Ab morgen um 8 Uhr.</p>", "content-type": "text/html"},
            "image": {
                "data": PICTURE,
                "encoding": "base64",
                "content-type": "image/png",
                "filename": "lesesaal.png",
            },
            "image_alt": "Ein heller Raum mit langen Tischen",
        },
    )
    address = news["@id"]
    print(f"Maria wrote {address}, which is a {news['review_state']}.")
    print(f"Jonas gets {status(jonas, address)}.")

    maria.ask("POST", f"{address}/@workflow/submit")
    print("Maria submitted it.")

    waiting = [item["@id"] for item in stefan.find(review_state="pending")]
    print(f"Stefan finds it among those that wait: {address in waiting}.")
    stefan.ask("POST", f"{address}/@workflow/publish")
    print("Stefan published it.")

    print(f"Jonas gets {status(jonas, address)}: {jonas.ask('GET', address)['title']}")
    found = [item["@id"] for item in jonas.find(SearchableText="Lesesaal")]
    print(f"Jonas finds it by a search: {address in found}.")

    dates = {"effective": "2020-01-01T08:00:00Z", "expires": "2020-02-01T08:00:00Z"}
    stefan.ask("PATCH", address, dates)
    print("Stefan let it expire.")
    print(f"Jonas gets {status(jonas, address)}.")
    found = [item["@id"] for item in jonas.find(SearchableText="Lesesaal")]
    print(f"Jonas finds it by a search: {address in found}.")

    maria.ask("DELETE", address)
    deleted = maria.ask("GET", "/aktuelles/@bin")["items"][0]
    print(f"Maria deleted it; it lies in the bin: {deleted['title']}")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8080")
