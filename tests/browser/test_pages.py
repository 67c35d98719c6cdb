"""Every kind of page, wide and narrow: nothing on the console, nothing sideways, all in German.

`visit` fails a test for console errors, broken content policies and failed requests. What axe
says about readers' pages is asked in test_accessibility.
"""

import pytest
import re


FOR_READERS = (
    "/",
    "/aktuelles",
    "/aktuelles/jobrad-teilzeit",
    "/raeume",
    "/people",
    "/organisation",
    "/termine",
    "/termine/adventstreff",
    "/wissen",
    "/wissen/arbeiten/arbeitszeit/gleitzeit",
    "/wissen/formulare/abfuhr-feiertage/view",
    "/services",
    "/info/hilfe",
    "/@@search?SearchableText=jobrad",
    "/@@worklist",
    "/@@logout-everywhere",
    "/contact-info",
)
OF_PLONE = (
    "/@@personal-information",
    "/@@personal-preferences",
    "/aktuelles/jobrad-teilzeit",
    "/aktuelles/++add++News%20Item",
    "/termine/++add++Event",
    "/wissen/++add++File",
    "/services/++add++Link",
    "/aktuelles/jobrad-teilzeit/edit",
    "/aktuelles/jobrad-teilzeit/delete_confirmation",
    "/aktuelles/jobrad-teilzeit/@@historyview",
    "/aktuelles/folder_contents",
    "/aktuelles/@@sharing",
    "/aktuelles/@@bin",
    "/@@worklist",
)
OF_THE_ADMINISTRATION = ("/@@usergroup-userprefs", "/@@content-controlpanel", "/@@new-user")

WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# What a person reads or hears.
WORDS = """() => document.body.innerText + [...document.querySelectorAll(
    "[title], [aria-label], [placeholder], [alt]"
)].map((e) => [e.title, e.ariaLabel, e.placeholder, e.alt].filter((text) => text)).join("\\n")"""
ENGLISH = re.compile(
    r"\b(the|and|you|your|please|this|with|from|are|not|save|cancel|edit|delete|rename|copy|"
    r"select|show|hide|close|draft|submitted|allowed|choose|settings|contents|actions|title|"
    r"description|statusmessage_\w+|(?:label|help|heading|description)_\w+)\b",
    re.IGNORECASE,
)
# Words of others: the maker of the text editor names itself.
KNOWN = re.compile(r"Build with TinyMCE|statusmessage_mtype_info|Show-Wall")


def _faults(visitor, paths):
    for path in paths:
        visitor.open(path)
        visitor.page.wait_for_load_state("networkidle")
        if visitor.page.evaluate(WIDE):
            yield f"{path}: scrolls sideways"
        text = KNOWN.sub("", visitor.page.evaluate(WORDS))
        yield from (
            f"{path}: {text[max(0, found.start() - 30) : found.end() + 30]!r}"
            for found in ENGLISH.finditer(text)
        )


SCREENS = pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])


@SCREENS
def test_readers_pages(visit, width, dark):
    jonas = visit("jonas.weber", width=width, dark=dark)

    assert list(_faults(jonas, FOR_READERS)) == []


@SCREENS
def test_plones_own_pages_for_editors(visit, width, dark):
    stefan = visit("stefan.maier", width=width, dark=dark)

    assert list(_faults(stefan, OF_PLONE)) == []


@SCREENS
def test_plones_own_pages_for_administrators(visit, width, dark):
    admin = visit("site.admin", width=width, dark=dark)

    assert list(_faults(admin, OF_THE_ADMINISTRATION)) == []


def test_a_missing_page_says_so_and_leads_on(visit):
    jonas = visit("jonas.weber")

    with jonas.expecting(404):
        assert jonas.open("/gibt-es-nicht").status == 404
    jonas.page.get_by_role("link", name="Zur Startseite", exact=True).click()

    assert jonas.page.url.rstrip("/") == jonas.site.url


@pytest.mark.parametrize("path", [*FOR_READERS, "/gibt-es-nicht"])
def test_readers_pages_have_a_strict_content_policy(jonas_once, path):

    policy = jonas_once.get(path, max_redirects=0).headers["content-security-policy"]

    assert "unsafe" not in policy
    assert "default-src 'self'" in policy


@pytest.fixture(scope="module")
def jonas_once(chromium, site):
    """Jonas's requests without pages."""
    context = chromium.new_context(locale="de-DE", base_url=site.url)
    page = context.new_page()
    page.goto(site.url)
    page.get_by_label("Benutzername").fill("jonas.weber")
    page.get_by_label("Passwort").fill("Servus-WiLMA-2026")
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Mein Konto").wait_for()
    yield context.request
    context.close()
