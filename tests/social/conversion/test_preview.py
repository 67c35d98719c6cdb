"""The preview over HTTP: as open as its file, and no more."""

from plone import api
from tests.social.conversion import samples

import pytest
import transaction


JSON = {"Accept": "application/json"}


@pytest.fixture
def file(upload, work):
    made = upload(samples.pdf("Winterdienst"), "dienst plan.pdf")
    work()
    return made


@pytest.fixture
def published(file):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(file, "publish")
    transaction.commit()
    return file


@pytest.fixture
def jonas(browser):
    browser = browser()
    browser.login("jonas.weber")
    return browser


def path_of(content):
    return "/" + "/".join(content.getPhysicalPath()[2:])


def test_who_may_see_the_file_sees_its_preview(published, jonas):
    answer = jonas.get(f"{path_of(published)}/@@preview")

    assert (answer.status_code, answer.content[8:12]) == (200, b"WEBP")
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Content-Disposition"] == "inline"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_browser_asks_whether_it_is_still_the_same(published, jonas):
    etag = jonas.get(f"{path_of(published)}/@@preview").headers["ETag"]

    again = jonas.get(f"{path_of(published)}/@@preview", headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_a_draft_and_its_preview_are_not_there_for_others(file, jonas):
    missing = jonas.get("/wissen/nichts", headers=JSON)

    for path in (path_of(file), f"{path_of(file)}/@@preview", f"{path_of(file)}/preview"):
        assert jonas.get(path).status_code == 404
        answer = jonas.get(path, headers=JSON)
        assert (answer.status_code, answer.text) == (404, missing.text), path


def test_nobody_gets_a_preview_without_an_account(published, browser):
    answer = browser().get(f"{path_of(published)}/@@preview")

    assert (answer.status_code, answer.content) == (302, b"")


def test_what_was_retracted_is_gone_for_who_has_it_in_the_browser(published, jonas):
    etag = jonas.get(f"{path_of(published)}/@@preview").headers["ETag"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(published, "retract")
    transaction.commit()

    again = jonas.get(f"{path_of(published)}/@@preview", headers={"If-None-Match": etag})

    assert again.status_code == 404


def test_without_a_preview_there_is_none(upload, browser):
    made = upload(samples.pdf(), "a.pdf")
    admin = browser()
    admin.login("site.admin")

    assert admin.get(path_of(made), headers=JSON).json()["preview"] is None
    assert admin.get(f"{path_of(made)}/@@preview").status_code == 404
    assert "@@preview" not in admin.get(f"{path_of(made)}/view").text


def test_rest_and_the_page_name_it(published, jonas):
    url = f"{published.absolute_url()}/@@preview"

    assert jonas.get(path_of(published), headers=JSON).json()["preview"] == {
        "download": url,
        "width": 800,
        "height": 1132,
    }
    page = jonas.get(f"{path_of(published)}/view").text
    picture = page[page.index('<figure class="wl-preview"') :].partition("</figure>")[0]
    assert f'src="{url}"' in picture
    assert 'alt=""' in picture
