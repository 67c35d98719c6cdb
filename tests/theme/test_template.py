"""The main template offers what Plone's own offers, and asks for what it needs only."""

from lxml import html
from pathlib import Path

import Products.CMFPlone.browser
import pytest
import re
import wilma.theme.shell


STOCK = Path(Products.CMFPlone.browser.__file__).parent / "templates" / "main_template.pt"
OURS = Path(wilma.theme.shell.__file__).parent / "main_template.pt"
LEAN = ("/", "/aktuelles", "/aktuelles/schnee", "/termine", "/wissen", "/services", "/@@search")
OPEN = ("/login", "/login-help", "/logged-out", "/info/impressum")


def _names(path, attribute):
    return set(re.findall(rf'{attribute}="([^"]+)"', path.read_text()))


@pytest.mark.parametrize("attribute", ["define-slot", "define-macro"])
def test_every_slot_and_macro_of_the_stock_template_is_there(attribute):
    assert _names(STOCK, attribute) - _names(OURS, attribute) == set()


@pytest.mark.parametrize("name", ["sl", "sr", "isRTL", "ajax_load", "checkPermission", "icons"])
def test_variables_that_stock_templates_read_are_defined(name):
    assert re.search(rf"\b{name} (python|nocall)?:?", OURS.read_text())


def _inline(page):
    """Everything a policy without 'unsafe-inline' would refuse."""
    root = html.fromstring(page)
    scripts = [e for e in root.xpath("//script[not(@src)]") if (e.text or "").strip()]
    handlers = root.xpath("//@*[starts-with(name(), 'on')]")
    return scripts + handlers + root.xpath("//style") + root.xpath("//@style")


@pytest.mark.parametrize("path", LEAN)
def test_a_page_for_readers_is_lean(open_as, path):
    answer = open_as("employee").get(path)

    assert answer.status_code == 200
    assert _inline(answer.text) == []
    assert "barceloneta" not in answer.text
    assert "++plone++" not in answer.text
    assert 'id="edit-bar"' not in answer.text
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", OPEN)
def test_a_page_for_strangers_is_lean_and_shows_nothing_of_the_city(open_as, path):
    answer = open_as().get(path)

    assert answer.status_code == 200
    assert _inline(answer.text) == []
    assert "++plone++" not in answer.text
    assert 'class="wl-rail"' not in answer.text
    assert 'name="SearchableText"' not in answer.text


def test_who_edits_gets_toolbar_and_bundle(open_as):
    page = open_as("editor").get("/aktuelles").text

    assert 'id="edit-bar"' in page
    assert "barceloneta.min.css" in page
    assert "bundle.min.js" in page


def test_a_stock_view_gets_everything_without_asking_for_it(open_as):
    answer = open_as("editor").get("/aktuelles/++add++News%20Item")

    assert answer.status_code == 200
    assert "bundle.min.js" in answer.text
    assert "data-pat-" in answer.text
    assert "unsafe-inline" in answer.headers["Content-Security-Policy"]


def test_only_who_may_add_is_offered_to(open_as):
    assert "++add++News%20Item" not in open_as("employee").get("/").text
    assert "/aktuelles/++add++News%20Item" in open_as("editor").get("/").text
    assert "/termine/++add++Event" not in open_as("editor").get("/").text


def test_english_on_request_and_from_then_on(open_as):
    browser = open_as("employee")
    assert 'lang="de"' in browser.get("/").text

    browser.get("/?set_language=en")

    page = browser.get("/").text
    assert 'lang="en"' in page
    assert "Skip to content" in page
