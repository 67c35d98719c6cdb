"""Readers' pages at three widths, light and dark: nothing for axe to complain about.

What axe finds is a third of what can be wrong (WCAG 2.2 A and AA and its best practices); that
nothing is cut off or scrolls sideways is asked as well.
"""

from pathlib import Path

import pytest


AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

FOR_ALL = ("/login", "/login-help", "/logged-out", "/info/barrierefreiheit")
FOR_EMPLOYEES = (
    "/",
    "/aktuelles",
    "/aktuelles/klimaneutrale-verwaltung",
    "/termine",
    "/termine/adventstreff",
    "/wissen",
    "/wissen/arbeiten/arbeitszeit",
    "/wissen/arbeiten/arbeitszeit/gleitzeit",
    "/services",
    "/people",
    "/people?q=radwege",
    "/people?q=quittenmarmelade&topic=Radwege",
    "/people/amira.yilmaz",
    "/people/jonas.weber",
    "/people/jonas.weber/edit",
    "/organisation",
    "/organisation?q=bau",
    "/organisation/bau",
    "/@@search?SearchableText=urlaub",
    "/@@search?SearchableText=quittenmarmelade",
    "/sitemap",
    "/@@change-password",
    "/mitteilungen",
)


def _faults(visitor, path):
    visitor.open(path)
    page = visitor.page
    page.evaluate(AXE)
    found = [
        f"{path}: {fault['id']} {node['target']}"
        for fault in page.evaluate(RUN, TAGS)["violations"]
        for node in fault["nodes"]
    ]
    return found + ([f"{path}: scrolls sideways"] if page.evaluate(WIDE) else [])


@pytest.mark.parametrize(
    ("width", "dark"), [(1440, False), (1440, True), (390, False), (320, True)]
)
def test_pages_of_an_employee(visit, width, dark):
    employee = visit("jonas.weber", width=width, dark=dark, reduced_motion="reduce")

    assert [fault for path in FOR_EMPLOYEES for fault in _faults(employee, path)] == []


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (320, True)])
def test_pages_before_logging_in(visit, width, dark):
    nobody = visit(width=width, dark=dark, reduced_motion="reduce")

    assert [fault for path in FOR_ALL for fault in _faults(nobody, path)] == []


def test_open_filters_of_the_directory(visit):
    employee = visit("jonas.weber", width=390, reduced_motion="reduce")
    employee.open("/people")
    employee.page.get_by_role("button", name="Filtern").click()
    employee.page.evaluate(AXE)

    assert employee.page.evaluate(RUN, TAGS)["violations"] == []


def test_a_form_with_a_mistake(visit):
    employee = visit("jonas.weber", width=390, dark=True, reduced_motion="reduce")
    employee.open("/people/jonas.weber/edit")
    employee.page.get_by_label("Fragen Sie mich zu").fill("x" * 81)
    employee.page.get_by_role("button", name="Sichern").click()
    employee.page.locator("#fehler").wait_for()
    employee.page.evaluate(AXE)

    assert employee.page.evaluate(RUN, TAGS)["violations"] == []


def test_open_menus(visit):
    employee = visit("jonas.weber", width=390, reduced_motion="reduce")
    page = employee.page
    page.evaluate(AXE)

    for name in ("Mein Konto", "Mehr"):
        page.get_by_role("button", name=name).click()

        assert page.evaluate(RUN, TAGS)["violations"] == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("width", "dark"), [(1440, False), (1440, True), (390, False), (320, True)]
)
def test_a_full_inbox(visit, width, dark):
    author = visit("maria.huber", width=width, dark=dark, reduced_motion="reduce")

    assert _faults(author, "/mitteilungen") == []
