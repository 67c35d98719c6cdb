"""A browser without a screen: cookies, forms, REST, and a way to lie about where it comes from."""

from tests.policy.conftest import PASSWORD
from urllib.parse import urlsplit

import re
import requests


JSON = {"Accept": "application/json"}
TOKEN = re.compile(r'name="_authenticator"[^>]*?value="([0-9a-f]+)"', re.S)


class Browser:
    """One person at one computer."""

    def __init__(self, url):
        self.url = url
        self.session = requests.Session()
        parts = urlsplit(url)
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def ask(self, method, path, **kw):
        """Send a request and give the answer; redirects are not followed."""
        kw.setdefault("allow_redirects", False)
        return self.session.request(method, self.url + path, timeout=60, **kw)

    def get(self, path, **kw):
        return self.ask("GET", path, **kw)

    def post(self, path, **kw):
        return self.ask("POST", path, **kw)

    def login(self, name, password=PASSWORD, came_from="", **kw):
        """Fill in the login form; 302 if it worked."""
        fields = {
            "__ac_name": name,
            "__ac_password": password,
            "buttons.login": "Anmelden",
            "came_from": came_from,
        }
        return self.post("/login", data=fields, **kw)

    def token(self, path="/@@logout-everywhere"):
        """The form token on a page, as its forms would send it."""
        return TOKEN.search(self.get(path).text).group(1)

    def rest(self, method, path, body=None, **headers):
        """REST as our own pages do it: with the cookie, JSON and our Origin."""
        sent = {**JSON, "Origin": self.origin, **headers}
        return self.ask(method, path, json={} if body is None else body, headers=sent)

    def is_in(self):
        """Is somebody logged in?"""
        return self.get("/aktuelles").status_code == 200


def bearer(token):
    """The headers of a program with a token."""
    return {**JSON, "Authorization": f"Bearer {token}"}


def logged_in(portal, userid):
    """A browser in which somebody has logged in."""
    browser = Browser(portal.absolute_url())
    assert browser.login(userid).status_code == 302
    return browser
