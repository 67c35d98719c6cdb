"""The closed site: what strangers get, and that nothing else answers differently."""

from DateTime import DateTime
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.textfield.value import RichTextValue
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from tests.policy.browsers import JSON
from urllib.parse import quote
from zope.component import getUtility

import pytest
import re
import transaction


HTML = {"Accept": "text/html"}


@pytest.fixture
def draft(city):
    """A draft with an old address, an expired page, and a draft among the public pages."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(city.aktuelles, "News Item", "geheimplan", title="Quittenbaum")
        old = api.content.create(city.aktuelles, "News Item", "vorbei", title="Quittenbaum alt")
        api.content.transition(old, "publish")
        old.expiration_date = DateTime() - 1
        api.content.create(city.info, "PublicPage", "entwurf", title="Quittenbaum öffentlich")
        city.info.impressum.text = RichTextValue("<p>Anbieterin</p>", "text/html", "text/html")
        getUtility(IRedirectionStorage).add("/plone/frueher", "/plone/aktuelles/geheimplan")
    transaction.commit()
    return made


# Where something is, and a path of the same kind where nothing ever was.
PAIRS = [
    ("/aktuelles", "/nirgends"),
    ("/aktuelles/geheimplan", "/aktuelles/nirgends"),
    ("/aktuelles/geheimplan/view", "/aktuelles/nirgends/view"),
    ("/aktuelles/geheimplan/edit", "/aktuelles/nirgends/edit"),
    ("/aktuelles/geheimplan/@@images/image", "/aktuelles/nirgends/@@images/image"),
    ("/aktuelles/geheimplan/main_template", "/aktuelles/nirgends/main_template"),
    ("/aktuelles/vorbei", "/aktuelles/nirgends"),
    ("/frueher", "/nirgends"),
    ("/@@search?SearchableText=Quittenbaum", "/@@nirgends?SearchableText=Quittenbaum"),
    ("/sitemap.xml.gz", "/nirgends.xml.gz"),
    ("/RSS", "/nirgends"),
    ("/author/jonas.weber", "/nirgends/jonas.weber"),
    ("/manage_main", "/nirgends"),
    ("/acl_users/manage", "/nirgends/manage"),
    ("/portal_catalog", "/nirgends"),
    ("/info/entwurf", "/info/nirgends"),
    ("/info", "/nirgends"),
    ("/info/impressum/edit", "/info/nirgends/edit"),
    ("/info/impressum/@@sharing", "/info/nirgends/@@sharing"),
    ("/info/impressum/aktuelles", "/info/impressum/nirgends"),
    ("/info/aktuelles/geheimplan", "/info/nirgends/geheimplan"),
    ("/info/impressum/acl_users", "/info/impressum/nirgends"),
    ("/login/aktuelles", "/login/nirgends"),
    ("/passwordreset/a/b", "/nirgends/a/b"),
    ("/++resource++protect.js/aktuelles", "/++resource++protect.js/nirgends"),
    ("/++plone++static/aktuelles", "/++plone++static/nirgends"),
    ("/++plone++static/@@search", "/++plone++static/@@nirgends"),
    ("/@@wilma-static/aktuelles", "/@@wilma-static/nirgends"),
    ("/@@wilma-static/@@search", "/@@wilma-static/@@nirgends"),
    ("/++theme++barceloneta/@@sharing", "/++theme++barceloneta/@@nirgends"),
    ("/@users", "/@nirgends"),
    ("/@search?SearchableText=Quittenbaum", "/@nirgends?SearchableText=Quittenbaum"),
    ("/++api++/aktuelles/geheimplan", "/++api++/aktuelles/nirgends"),
    ("/index_html", "/nirgends"),
    ("/info/impressum/view/@@main_template", "/info/impressum/view/@@nirgends"),
    ("/info/impressum/view/@@search", "/info/impressum/view/@@nirgends"),
    ("/resolveuid/{uid}", "/resolveuid/" + "0" * 32),
]
METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "COPY", "LOCK")


@pytest.mark.parametrize("accept", ["text/html", "application/json", "*/*"])
def test_strangers_cannot_tell_what_exists(browser, draft, accept):
    stranger, faults = browser(), []
    for path, nowhere in PAIRS:
        there, missing = path.format(uid=draft.UID()), nowhere
        answers = [
            _neutral(stranger.get(asked, headers={"Accept": accept}), asked)
            for asked in (there, missing)
        ]
        if answers[0] != answers[1] or answers[0][0] not in (302, 401):
            faults.append((path, [answer[:2] for answer in answers]))

    assert faults == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_nor_by_any_method(browser, draft, method, accept):
    stranger = browser()

    answers = [
        _neutral(stranger.ask(method, path, headers={"Accept": accept}), path)
        for path in ("/aktuelles/geheimplan", "/aktuelles/nirgends", "/nirgends", "/")
    ]

    assert len({str(answer) for answer in answers}) == 1
    assert answers[0][0] == (401 if accept == "application/json" else 302)


def _neutral(answer, asked):
    """Status, headers and body, without the address they repeat."""
    headers = {
        name: value.replace(quote(asked, safe="@+~"), "").replace(quote(asked, safe=""), "")
        for name, value in answer.headers.items()
        if name not in ("Date",)
    }
    headers["Location"] = re.sub(r"came_from=.*", "", headers.get("Location", ""))
    return answer.status_code, headers["Location"], headers, answer.text


def test_the_way_back_is_kept(browser, city):
    answer = browser().get("/wissen?b_start=10", headers=HTML)

    came_from = quote(city.absolute_url() + "/wissen?b_start=10", safe="")
    assert answer.headers["Location"] == f"{city.absolute_url()}/login?came_from={came_from}"


def test_programs_are_told_in_json(browser):
    answer = browser().get("/wissen", headers=JSON)

    assert answer.json() == {"type": "Unauthorized", "message": answer.json()["message"]}
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="WiLMA"'


@pytest.mark.parametrize(
    "path",
    [
        "/login",
        "/login-help",
        "/info/impressum",
        "/info/datenschutz",
        "/info/barrierefreiheit",
        "/info/hilfe",
        "/passwordreset/00000000",
        "/logged-out",
    ],
)
def test_open_to_strangers(browser, draft, path):
    page = browser().get(path, headers=HTML)

    assert page.status_code == 200
    assert "Quittenbaum" not in page.text


def test_whatever_the_login_page_needs_is_open(browser):
    stranger = browser()
    page = stranger.get("/login", headers=HTML).text
    needed = re.findall(r'<(?:link|script)[^>]+(?:href|src)="([^"]+)"', page)
    files = [url for url in needed if re.search(r"\.(css|js|svg|woff2|ico|png)(\?|$)", url)]

    answers = {url: stranger.session.get(url, allow_redirects=False).status_code for url in files}

    assert len(files) > 2
    assert {url: status for url, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://localhost.evil.example/",
        "javascript:alert(1)",
    ],
)
def test_login_leads_nowhere_else(browser, city, target):
    answer = browser().login("jonas.weber", came_from=target)

    assert answer.headers["Location"] == city.absolute_url()


@pytest.mark.parametrize(
    ("target", "way"),
    [
        ("http://evil.example/", ""),
        ("http://evil.example/aktuelles", ""),
        ("http://wilma.example:80@evil.example/", ""),
        ("http://wilma.example/aktuelles", "/aktuelles"),
    ],
)
def test_nor_behind_a_virtual_host(browser, city, target, way):
    manage_addVirtualHostMonster(city.getPhysicalRoot())
    transaction.commit()
    visitor = browser()
    visitor.url = visitor.origin + "/VirtualHostBase/http/wilma.example:80/plone/VirtualHostRoot"

    answer = visitor.login("jonas.weber", came_from=target)

    assert answer.headers["Location"].rstrip("/") == "http://wilma.example" + way
