"""A new password by mail: German, once, and nobody learns who has an account."""

from plone import api
from tests.policy.conftest import PASSWORD

import pytest
import re
import socketserver
import threading
import transaction


class Post(socketserver.StreamRequestHandler):
    """A mail server that takes everything."""

    def handle(self):
        self.wfile.write(b"220 hier\r\n")
        for line in self.rfile:
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.wfile.write(b"354 bitte\r\n")
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 servus\r\n" if verb == b"QUIT" else b"250 gut\r\n")
            if verb == b"QUIT":
                return


@pytest.fixture
def letters(city):
    """What was sent."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.letters = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _point_mail_at(server.server_address[1])
        yield server.letters
        server.shutdown()


def _point_mail_at(port):
    api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
    api.portal.set_registry_record("plone.smtp_port", port)
    transaction.commit()


def _ask(browser, name):
    fields = {"form.widgets.reset_password": name, "form.buttons.reset": "x"}
    return browser.post("/login-help", data=fields)


def test_the_way_in_by_mail(browser, letters):
    _ask(browser(), "jonas.weber")
    [letter] = letters
    link = re.search(r"http\S+/passwordreset/(\w+)", letter.decode().replace("=\r\n", ""))
    new = "Grüner-Tee-um-Vier"
    fields = {"userid": "jonas.weber", "password": new, "password2": new}

    browser().post(f"/passwordreset/{link.group(1)}", data=fields)
    again = browser().post(f"/passwordreset/{link.group(1)}", data={**fields, "password": PASSWORD})

    assert browser().login("jonas.weber", new).status_code == 302
    assert browser().login("jonas.weber", PASSWORD).status_code == 200
    assert again.status_code == 200


def test_nobody_learns_who_has_an_account(browser, letters):
    # The form token is one of several, chosen by chance.
    answers = [
        (answer.status_code, re.sub(r'"[0-9a-f]{40}"', "", answer.text.replace(name, "")))
        for name in ("jonas.weber", "niemand.da")
        for answer in [_ask(browser(), name)]
    ]

    assert len(letters) == 1
    assert answers[0] == answers[1]


def test_nor_when_no_mail_can_be_sent(browser, city):
    _point_mail_at(9)

    answers = [_ask(browser(), name).status_code for name in ("jonas.weber", "niemand.da")]

    assert answers == [503, 503]


@pytest.mark.parametrize("name", ["jonas.weber", "niemand.da"])
def test_three_at_once_are_enough(browser, letters, name):
    answers = [_ask(browser(), name).status_code for _try in range(5)]

    assert answers == [200, 200, 200, 429, 429]


def test_by_rest_as_well(browser, letters):
    thao = browser()
    thao.login("thao.nguyen")

    answers = [
        thao.rest("POST", "/@users/jonas.weber/reset-password").status_code for _try in range(5)
    ]

    assert answers[3:] == [429, 429]
    assert len(letters) == 3


@pytest.mark.parametrize(
    "path", ["/mail_password", "/mail_password_form", "/@users/jonas.weber/reset-password"]
)
def test_no_other_door(browser, letters, path):
    answer = browser().post(path, data={"userid": "jonas.weber"})

    assert answer.status_code == 302
    assert letters == []
