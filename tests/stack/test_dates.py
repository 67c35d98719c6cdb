"""Dates are the city's: what is sent in UTC stands in the form in local time, and stays."""

import pytest
import requests


MARIA = ("maria.huber", "Servus-WiLMA-2026")
STEFAN = ("stefan.maier", "Servus-WiLMA-2026")
JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("2031-07-01T10:00:00", "2031-07-01T12:00"), ("2031-12-01T10:00:00", "2031-12-01T11:00")],
)
def test_a_date_of_another_system_is_shown_in_local_time(stack, sent, shown):
    news = {"@type": "News Item", "title": "Zeitumstellung", "effective": f"{sent}Z"}

    made = requests.post(
        f"{stack.url}/aktuelles", json=news, auth=MARIA, headers=JSON, timeout=60
    ).json()
    form = requests.get(f"{made['@id']}/edit", auth=MARIA, timeout=60)

    assert made["effective"] == f"{sent}+00:00"
    assert f'value="{shown}' in form.text


def test_an_item_is_dated_when_it_is_published(stack):
    def ask(method, path, who, **options):
        address = path if path.startswith("http") else stack.url + path
        return requests.request(method, address, auth=who, headers=JSON, timeout=60, **options)

    news = {"@type": "News Item", "title": "Wartet auf Freigabe"}
    address = ask("POST", "/aktuelles", MARIA, json=news).json()["@id"]

    ask("POST", f"{address}/@workflow/submit", MARIA, json={})
    submitted = ask("GET", address, MARIA).json()
    ask("POST", f"{address}/@workflow/publish", STEFAN, json={})
    published = ask("GET", address, MARIA).json()

    assert (submitted["review_state"], submitted["effective"]) == ("pending", None)
    assert published["review_state"] == "published"
    assert published["effective"] is not None
