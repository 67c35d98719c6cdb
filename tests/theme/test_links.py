"""Addresses of editors lead somewhere and run nothing."""

from wilma.theme.pages.links import safe_url

import pytest


@pytest.mark.parametrize(
    "url",
    [
        "https://urlaub.wilma.example/antrag?x=1#a",
        "http://127.0.0.1/",
        "/wissen/arbeiten",
        "../arbeiten",
        "mailto:klima@wilma.example",
        "tel:+498999998415",
    ],
)
def test_what_leads_somewhere_stays(url):
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "http://[",
    ],
)
def test_everything_else_does_not(url):
    assert safe_url(url) is None
