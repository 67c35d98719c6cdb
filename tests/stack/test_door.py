"""What nginx lets through, and what it adds."""

from tests.stack.wilma import HOME

import gzip
import pytest
import re
import requests
import socket


JSON = {"Accept": "application/json"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil:80"])
def test_a_foreign_host_gets_421(get, host):
    answer = get("/", headers={"Host": host})

    assert answer.status_code == 421
    assert "gehört nicht zu diesem Intranet" in answer.text


def test_a_foreign_host_gets_421_as_json(get):
    answer = get("/", headers={"Host": "evil.example"} | JSON)

    assert (answer.status_code, answer.json()["type"]) == (421, "MisdirectedRequest")


def test_loopback_names_are_answered(stack, get):
    for name in ("localhost", "[::1]"):
        answer = get("/@@health", headers={"Host": f"{name}:{stack.port}"})

        assert answer.status_code == 200


def test_links_say_the_public_address_whatever_the_host(stack, get):
    page = get("/login", headers={"Host": f"localhost:{stack.port}"}).text

    assert f"http://localhost:{stack.port}" not in page
    assert f"http://127.0.0.1:{stack.port}" in page


def test_a_browser_is_led_to_the_name_that_links_use(stack, get):
    host = {"Host": f"localhost:{stack.port}"}

    page = get("/login?x=1", headers=host | {"Accept": "text/html,application/xhtml+xml"})
    program = get("/@@ready", headers=host | JSON)

    assert (page.status_code, page.headers["Location"]) == (302, f"{stack.url}/login?x=1")
    assert program.status_code == 200


def test_headers_of_a_page(get):
    headers = get("/login").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"]
    assert headers["Referrer-Policy"]
    assert headers["Cache-Control"]
    assert headers["Server"] == "nginx"
    assert "X-Powered-By" not in headers
    assert "Via" not in headers


def test_static_files_may_be_kept_for_a_year(stack, get):
    page = get("/login").text
    files = re.findall(r'(?:href|src)="([^"]+\.(?:css|js)(?:\?[^"]*)?)"', page)

    assert files
    for file in files:
        headers = get(file.removeprefix(stack.url)).headers
        assert "public" in headers["Cache-Control"]
        assert "max-age=31536000" in headers["Cache-Control"]


def test_a_page_comes_compressed(stack):
    for coding in ("gzip", "br"):
        answer = requests.get(
            f"{stack.url}/login", headers={"Accept-Encoding": coding}, stream=True
        )

        if coding == "gzip" or answer.headers.get("Content-Encoding"):
            assert answer.headers["Content-Encoding"] == coding
        if coding == "gzip":
            assert b"<html" in gzip.decompress(answer.raw.read())


@pytest.mark.parametrize(
    "path",
    [
        "/manage",
        "/manage_main",
        "/@@manage",
        "/manage-portlets",
        "/aktuelles/manage_main",
        "/aktuelles/@@manage_main",
        "/aktuelles/%6danage_workspace",
        "/aktuelles/++view++manage_main",
        "/aktuelles/++attribute++manage_main",
        "/acl_users",
        "/acl_users/manage_users",
        "/x/acl_users/",
        "/VirtualHostBase/http/evil.example:80/wilma/VirtualHostRoot/",
        "/aktuelles/VirtualHostRoot/",
        "/_vh_x/aktuelles",
        "/++api++/aktuelles",
        "/++api++/manage_main",
        "/p_/zopelogo_jpg",
        "/Control_Panel",
    ],
)
def test_zopes_own_doors_are_closed(stack, get, path):
    answer = get(path, auth=stack.admin)

    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht." in answer.text


def test_over_100_mb_is_refused_with_a_reason(stack):
    with socket.create_connection(("127.0.0.1", stack.port)) as connection:
        head = f"POST /aktuelles HTTP/1.1\r\nHost: 127.0.0.1:{stack.port}\r\n"
        head += f"Accept: application/json\r\nContent-Length: {101 << 20}\r\n\r\n"
        connection.sendall(head.encode())
        answer = b""
        while "höchstens 100 MB".encode() not in answer and (part := connection.recv(4096)):
            answer += part
        answer = answer.decode()

    assert answer.startswith("HTTP/1.1 413 ")
    assert "höchstens 100 MB" in answer


def test_a_form_over_1_mb_is_refused(stack):
    form = {"text": "x" * 1_500_000}

    answer = requests.post(f"{stack.url}/login", data=form, timeout=60)

    assert answer.status_code in (400, 413)


def test_basic_authentication_works_from_here_to_here_only(stack):
    headers = {"Accept": "application/json"}
    path = "/@controlpanels"

    near = requests.get(stack.url + path, headers=headers, auth=stack.admin, timeout=60)
    assert near.status_code == 200


def test_forged_forwarding_headers_change_nothing(stack, get):
    forged = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Port": "444",
        "X-Forwarded-For": "192.0.2.7",
        "Forwarded": "for=192.0.2.7;host=evil.example;proto=https",
        "X-Real-IP": "192.0.2.7",
    }

    plain, answer = get("/login"), get("/login", headers=forged)

    assert answer.status_code == plain.status_code == 200
    assert "evil.example" not in answer.text
    assert "https://127.0.0.1" not in answer.text


def test_a_cookie_is_for_http_alone_and_lax(stack):
    form = {"__ac_name": "admin", "__ac_password": "wrong"}
    session = requests.Session()
    session.get(f"{stack.url}/login", timeout=60)

    answer = session.post(f"{stack.url}/login", data=form, timeout=60, allow_redirects=False)

    for cookie in answer.raw.headers.getlist("Set-Cookie"):
        assert "httponly" in cookie.lower()
        assert "samesite=lax" in cookie.lower()


def test_a_flood_of_logins_is_slowed_down(stack):
    # Counted before the application sees it: names that nobody has.
    with requests.Session() as session:
        answers = [
            session.post(f"{stack.url}/@login", json={}, headers=JSON, timeout=60)
            for _ in range(90)
        ]

    statuses = {answer.status_code for answer in answers}
    assert 429 in statuses
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["type"] == "TooManyRequests"
    assert refused.headers["Retry-After"] == "10"


def test_every_error_page_speaks_german_and_english():
    for page in (HOME / "instance" / "errors").glob("*.html"):
        text = page.read_text()
        assert 'lang="de"' in text
        assert 'lang="en"' in text
