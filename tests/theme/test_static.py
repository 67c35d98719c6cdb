"""Built files: names, headers, weight; and that nothing else can be asked for."""

from pathlib import Path
from wilma.theme.static import files

import gzip
import pytest
import re


KB = 1024
YEAR = "public, max-age=31536000, immutable"


def _name(source):
    return files.manifest()[source]


def _get(open_as, path, **headers):
    return open_as().get(f"/{files.PLACE}/{path}", headers=headers)


def _packed(*sources):
    return sum(
        len(file.gzipped or file.body) for file in (files.served()[_name(s)] for s in sources)
    )


def test_manifest_and_folder_tell_the_same():
    in_folder = {path.name for path in files.BUILT.iterdir()} - {"manifest.json"}

    assert set(files.manifest().values()) == in_folder


def test_every_name_carries_the_hash_of_its_content():
    hashes = {name: re.search(r"-([0-9a-f]{10})\.\w+$", name) for name in files.served()}

    assert [name for name, found in hashes.items() if not found] == []


@pytest.mark.parametrize("sheet", ["wilma.css", "plone.css"])
def test_a_stylesheet_asks_for_built_files_only(sheet):
    css = files.served()[_name(sheet)].body.decode()
    asked = [url.strip("\"'") for url in re.findall(r"url\(([^)]+)\)", css)]

    assert [u for u in asked if not u.startswith("data:") and u not in files.served()] == []


def test_budget_of_a_readers_page():
    fonts = [source for source in files.manifest() if source.endswith(".woff2")]

    assert _packed("wilma.css") <= 45 * KB
    assert _packed("wilma.js") <= 20 * KB
    assert _packed(*fonts) <= 70 * KB
    assert _packed("icons.svg") <= 5 * KB


def test_licences_of_the_fonts_come_along():
    texts = {path.name for path in Path(files.__file__).parent.glob("licences/*.txt")}

    assert texts == {"OFL-open-sans.txt", "OFL-roboto-condensed.txt", "LICENSE-bootstrap.txt"}


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("wilma.css", "text/css; charset=utf-8"),
        ("wilma.js", "text/javascript; charset=utf-8"),
        ("icons.svg", "image/svg+xml"),
        ("open-sans-latin-wght-normal.woff2", "font/woff2"),
    ],
)
def test_strangers_get_it_and_keep_it_for_a_year(open_as, source, kind):
    answer = _get(open_as, _name(source))

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"] == YEAR
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content == files.served()[_name(source)].body
    assert "Set-Cookie" not in answer.headers


def test_it_is_packed_for_who_can_unpack(open_as):
    packed = _get(open_as, _name("wilma.css"), **{"Accept-Encoding": "gzip"})
    plain = _get(open_as, _name("wilma.css"), **{"Accept-Encoding": "identity"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert gzip.decompress(files.served()[_name("wilma.css")].gzipped) == plain.content


@pytest.mark.parametrize(
    "path",
    [
        "",
        "wilma.css",
        "manifest.json",
        "../manifest.json",
        "..%2Fmanifest.json",
        "%2E%2E/%2E%2E/configure.zcml",
        "wilma-0000000000.css",
        "__init__.py",
        "publishTraverse",
        "request",
        f"{files.manifest()['wilma.css']}/wilma.css",
        f"{files.manifest()['wilma.css']}/request",
    ],
)
def test_nothing_else_is_served(open_as, path):
    answer = open_as("employee").get(f"/{files.PLACE}/{path}")

    assert answer.status_code == 404
