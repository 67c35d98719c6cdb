"""Ten wrong passwords at three addresses; and the right person, who sits elsewhere."""

from requests.adapters import HTTPAdapter

import pytest
import requests


RIGHT = "Servus-WiLMA-2026"


class FromAddress(HTTPAdapter):
    """Connect from one address of loopback."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args, **options):
        super().init_poolmanager(*args, source_address=(self.address, 0), **options)


def client(address):
    session = requests.Session()
    session.mount("http://", FromAddress(address))
    session.headers["Accept-Language"] = "de"
    return session


def by_form(session, url, login, password):
    fields = {"__ac_name": login, "__ac_password": password, "buttons.login": "Anmelden"}
    headers = {"Origin": url}
    return session.post(f"{url}/login", data=fields, headers=headers, allow_redirects=False)


def by_login_service(session, url, login, password):
    headers = {"Accept": "application/json"}
    return session.post(
        f"{url}/@login", json={"login": login, "password": password}, headers=headers
    )


def by_any_page(session, url, login, password):
    fields = {"__ac_name": login, "__ac_password": password}
    headers = {"Origin": url}
    return session.post(f"{url}/aktuelles", data=fields, headers=headers, allow_redirects=False)


def by_basic(session, url, login, password):
    headers = {"Accept": "application/json"}
    return session.get(f"{url}/aktuelles", auth=(login, password), headers=headers)


DOORS = [by_form, by_login_service, by_any_page, by_basic]


def test_ten_wrong_passwords_stop_a_stranger_and_nobody_else(site, newcomer):
    stranger, person = client("127.0.0.7"), client("127.0.0.2")
    for number in range(10):
        DOORS[number % 3](stranger, site.url, newcomer, f"geraten-{number}")

    for door in DOORS:
        answer = door(stranger, site.url, newcomer, RIGHT)
        assert answer.status_code == 429, (door, answer.status_code, answer.text[:300])
        assert int(answer.headers["Retry-After"]) > 0
        assert "Sekunden" in answer.text
        assert "__ac=" not in answer.headers.get("Set-Cookie", "")
    assert by_login_service(person, site.url, newcomer, RIGHT).status_code == 200
    assert by_form(person, site.url, newcomer, RIGHT).status_code == 302
    assert by_basic(stranger, site.url, "thao.nguyen", RIGHT).status_code == 200


@pytest.mark.parametrize("door", DOORS)
def test_no_door_has_a_way_around(site, newcomer, door):
    stranger = client(f"127.0.1.{DOORS.index(door) + 1}")

    for number in range(10):
        door(stranger, site.url, newcomer, f"geraten-{number}")

    assert door(stranger, site.url, newcomer, RIGHT).status_code == 429


def test_a_forged_address_is_not_believed(site, newcomer):
    stranger = client("127.0.2.1")
    for number in range(10):
        stranger.headers["X-Forwarded-For"] = f"10.0.0.{number}"
        by_login_service(stranger, site.url, newcomer, f"geraten-{number}")

    assert by_login_service(stranger, site.url, newcomer, RIGHT).status_code == 429


def test_the_page_says_so_in_german(visit, newcomer):
    nobody = visit()
    with nobody.expecting(429):
        for number in range(6):
            nobody.open("/login")
            nobody.page.get_by_label("Benutzername").fill(newcomer)
            nobody.page.get_by_label("Passwort").fill(f"geraten-{number}")
            nobody.page.get_by_role("button", name="Anmelden").click()
            nobody.page.wait_for_load_state()

    assert "Bitte versuchen Sie es in" in nobody.page.get_by_role("main").inner_text()
