"""A browser, and people in it: each has a context of their own and is watched for faults."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from PIL import Image
from playwright.sync_api import sync_playwright
from tests.browser.visitor import Visitor

import os
import pytest
import requests
import uuid


ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# What the browser itself says, beside a required field for example.
GERMAN = {"LANGUAGE": "de"}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """The running WiLMA: its address without a slash at the end, and its data folder."""

    url: str
    var: Path

    def rest(self, login=None, password=None, **headers):
        """A session for plone.restapi as a person, by Basic authentication; None is anonymous."""
        session = requests.Session()
        session.headers.update({"Accept": "application/json"} | headers)
        if login:
            session.auth = (login, password or "Servus-WiLMA-2026")
        return session


@pytest.fixture(scope="session")
def site(request):
    """The stack of `make start`; or the one that runs at WILMA_URL with its data in WILMA_VAR."""
    if "WILMA_URL" in os.environ:
        return Site(os.environ["WILMA_URL"], Path(os.environ["WILMA_VAR"]))
    stack = request.getfixturevalue("stack")
    return Site(stack.url, stack.var.path)


# Not for the session: an event loop runs until it is closed, and other tests may want their own.
@pytest.fixture(scope="package")
def chromium():
    """One browser for all journeys: CHROMIUM= names it."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=ARGS, env={**os.environ, **GERMAN}
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site, tmp_path):
    """Open the start page as somebody with a browser of their own, by default a German one.

    Whatever a visitor's browser complained about fails the test at its end. What each saw last
    lies in the test's temporary folder.
    """
    with ExitStack() as closing:

        def visit(login=None, **options):
            visitor = closing.enter_context(Visitor.with_browser(chromium, site, **options))
            last = tmp_path / f"{login or 'nobody'}.png"
            closing.callback(lambda: visitor.page.screenshot(path=last, full_page=True))
            visitor.open()
            if login:
                visitor.log_in(login)
            return visitor

        yield visit


@pytest.fixture
def admin(site):
    """A session for plone.restapi as the site's administrator."""
    return site.rest("admin", (site.var / "secrets" / "admin").read_text())


@pytest.fixture
def newcomer(site, admin):
    """Login of an account without a past: no wrong passwords, no mails."""
    login = f"neu-{uuid.uuid4().hex[:10]}"
    person = {
        "username": login,
        "fullname": "Nele Neumann",
        "email": f"{login}@wilma.example",
        "password": "Servus-WiLMA-2026",
    }
    made = admin.post(f"{site.url}/@users", json=person)
    assert made.status_code == 201, made.text
    yield login
    admin.delete(f"{site.url}/@users/{login}")


@pytest.fixture
def picture(tmp_path):
    """A JPEG of a camera's proportions."""
    path = tmp_path / "bachlauf.jpg"
    Image.new("RGB", (1600, 1000), (0, 90, 160)).save(path)
    return path
