"""What a browser may do with an answer: content policy, files, cookies."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from wilma.policy.requests import headers

import io
import PIL.Image
import pytest
import transaction


@pytest.fixture
def jonas(browser):
    jonas = browser()
    jonas.login("jonas.weber")
    return jonas


@pytest.fixture
def files(city):
    """Files as somebody might try to upload them, past the check of types."""
    picture = io.BytesIO()
    PIL.Image.new("RGB", (300, 200), "navy").save(picture, "PNG")
    with api.env.adopt_roles(["Manager"]):
        for name, kind, data in (
            ("seite.html", "text/html", b"<script>alert(1)</script>"),
            ("bild.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("blatt.pdf", "application/pdf", b"%PDF-1.4 "),
            ("notiz.txt", "text/plain", b"Notiz"),
        ):
            made = api.content.create(city.wissen, "File", name, title=name, file=None)
            made.file = NamedBlobFile(data, contentType=kind, filename=name)
        image = api.content.create(city.wissen, "Image", "rathaus", title="Rathaus")
        image.image = NamedBlobImage(picture.getvalue(), "image/png", "rathaus.png")
        for made in city.wissen.objectValues():
            if api.content.get_state(made, None) == "draft":
                api.content.transition(made, "publish")
    transaction.commit()
    return city


@pytest.mark.parametrize("path", ["/", "/wissen", "/login", "/nirgends", "/@@logout-everywhere"])
def test_lean_pages_have_the_strict_policy(jonas, path):
    answer = jonas.get(path)

    assert answer.headers["Content-Security-Policy"] == headers.STRICT
    assert "unsafe" not in headers.STRICT


def test_pages_with_editors_have_the_listed_exception(browser):
    admin = browser()
    admin.login("site.admin")

    assert admin.get("/wissen/edit").headers["Content-Security-Policy"] == headers.EDITORS
    assert "http" not in headers.EDITORS


def test_data_for_programs_is_no_page(jonas):
    answer = jonas.rest("GET", "/wissen")

    assert answer.headers["Content-Security-Policy"] == headers.CLOSED


@pytest.mark.parametrize(
    "path",
    [
        "/wissen/seite.html/@@download/file",
        "/wissen/seite.html/@@display-file/file",
        "/wissen/bild.svg/@@download/file",
        "/wissen/bild.svg/@@display-file/file",
        "/wissen/notiz.txt/@@display-file/file",
    ],
)
def test_uploaded_files_are_saved_not_shown(jonas, files, path):
    answer = jonas.get(path)

    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == headers.CLOSED
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer.headers["Cache-Control"]


def test_pictures_and_pdf_are_shown(jonas, files):
    picture = jonas.get("/wissen/rathaus/@@images/image/preview")
    paper = jonas.get("/wissen/blatt.pdf/@@display-file/file")

    assert picture.headers["Content-Type"].startswith("image/")
    for answer in (picture, paper):
        assert not answer.headers.get("Content-Disposition", "").startswith("attachment")
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "private" in answer.headers["Cache-Control"]


def test_error_pages_in_place_of_a_file_are_pages(jonas, files):
    answer = jonas.get("/wissen/rathaus/@@images/nirgends")

    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == headers.STRICT
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize(
    ("public_url", "secure"),
    [("https://wilma.stadt.example", True), ("http://127.0.0.1:8080", False)],
)
def test_cookies(browser, monkeypatch, public_url, secure):
    monkeypatch.setenv("PUBLIC_URL", public_url)
    jonas = browser()

    answer = jonas.login("jonas.weber", headers={"Origin": public_url})

    sent = answer.raw.headers.getlist("Set-Cookie")
    assert {cookie.split("=")[0] for cookie in sent} >= {"__ac", "wilma_device"}
    for cookie in sent:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) is secure


def test_pages_are_never_kept_by_others(jonas):
    for path in ("/", "/wissen", "/nirgends", "/@@search"):
        assert "private" in jonas.get(path).headers["Cache-Control"]


def test_links_to_the_login_use_the_public_address(browser, monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://wilma.stadt.example/")

    answer = browser().get("/wissen", headers={"Host": "evil.example"})

    assert answer.headers["Location"] == (
        "https://wilma.stadt.example/login?came_from=https%3A%2F%2Fwilma.stadt.example%2Fwissen"
    )
