"""What logged-in people are told when something does not work, and what they are not."""

from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from Products.Five.browser import BrowserView
from tests.policy.browsers import JSON
from tests.policy.conftest import make_user
from wilma.policy.interfaces import IWilmaLayer
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import Interface

import pytest
import re
import transaction


HTML = {"Accept": "text/html"}


@pytest.fixture
def things(city):
    """A draft that moved, a published page that moved, and one that stays."""
    with api.env.adopt_roles(["Manager"]):
        api.content.create(city.aktuelles, "News Item", "geheimplan", title="Quittenbaum")
        known = api.content.create(city.aktuelles, "News Item", "bekannt", title="Bekanntes")
        api.content.transition(known, "publish")
        storage = getUtility(IRedirectionStorage)
        storage.add("/plone/frueher", "/plone/aktuelles/geheimplan")
        storage.add("/plone/damals", "/plone/aktuelles/bekannt")
        storage.add("/plone/hinaus", "https://anderswo.example/seite")
    transaction.commit()
    return city


@pytest.fixture
def jonas(browser):
    jonas = browser()
    jonas.login("jonas.weber")
    jonas.get("/")
    return jonas


HIDDEN = [
    "/aktuelles/geheimplan",
    "/aktuelles/geheimplan/edit",
    "/aktuelles/geheimplan/@@sharing",
    "/aktuelles/geheimplan/@history",
    "/aktuelles/geheimplan/main_template",
    "/aktuelles/geheimplan/@@images/image",
    "/frueher",
    "/frueher/view",
]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_hidden_is_as_missing(jonas, things, accept):
    faults = []
    for path in HIDDEN:
        nowhere = path.replace("geheimplan", "nirgendwo").replace("/frueher", "/nirgend")
        answers = [
            _of(jonas.get(asked, headers={"Accept": accept}), asked) for asked in (path, nowhere)
        ]
        if answers[0] != answers[1] or answers[0][0] != 404:
            faults.append((path, answers[0][0], answers[1][0]))

    assert faults == []


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE", "PUT"])
def test_hidden_is_as_missing_for_writers(jonas, things, method):
    answers = [
        _of(jonas.rest(method, path), path)
        for path in ("/aktuelles/geheimplan", "/aktuelles/nirgendwo")
    ]

    assert answers[0] == answers[1]
    assert answers[0][0] == 404


def _of(answer, asked):
    name = asked.split("/")[-1]
    last = [part for part in asked.split("/") if part][1 if "aktuelles" in asked else 0]
    # One of several form tokens, chosen by chance.
    text = re.sub(r'"[0-9a-f]{40}"', "", answer.text.replace(last, "").replace(name, ""))
    headers = {
        key: value for key, value in answer.headers.items() if key not in ("Date", "Content-Length")
    }
    return answer.status_code, headers, text


@pytest.mark.parametrize(
    "path", ["/@@overview-controlpanel", "/aktuelles/bekannt/edit", "/aktuelles/bekannt/@@sharing"]
)
def test_seen_but_not_allowed(jonas, things, path):
    assert jonas.get(path, headers=HTML).status_code == 403


def test_seen_but_not_allowed_by_rest(jonas, things):
    answer = jonas.rest("PATCH", "/aktuelles/bekannt", {"title": "Anderes"})

    transaction.begin()
    assert (answer.status_code, answer.json()["type"]) == (403, "Forbidden")
    assert things.aktuelles.bekannt.title == "Bekanntes"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/damals", "/aktuelles/bekannt"),
        ("/damals/view", "/aktuelles/bekannt/view"),
        ("/damals?a=b", "/aktuelles/bekannt?a=b"),
        ("/damals/@@images/image", "/aktuelles/bekannt/@@images/image"),
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_moved_pages_are_found(jonas, things, path, target, accept):
    answer = jonas.get(path, headers={"Accept": accept})

    assert answer.status_code == 302
    assert answer.headers["Location"] == things.absolute_url() + target


def test_a_redirect_out_of_the_site(jonas, things):
    assert (
        jonas.get("/hinaus", headers=HTML).headers["Location"] == "https://anderswo.example/seite"
    )


@pytest.fixture
def broken(city):
    """A view that fails, telling what it should not."""

    class Broken(BrowserView):
        """A view."""

        def __call__(self):
            raise RuntimeError("Quittenbaum in /var/geheim")

    manager = getGlobalSiteManager()
    manager.registerAdapter(Broken, (Interface, IWilmaLayer), Interface, "kaputt")
    Broken.__roles__ = None
    yield "/@@kaputt"
    manager.unregisterAdapter(Broken, (Interface, IWilmaLayer), Interface, "kaputt")


@pytest.mark.parametrize("who", ["jonas.weber", "site.admin", "operator"])
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_an_error_tells_a_number_that_is_in_the_log(browser, broken, caplog, who, accept):
    make_user("operator", ("Manager",))
    transaction.commit()
    browser = browser()
    browser.login(who)

    answer = browser.get(broken, headers={"Accept": accept})

    [record] = [record for record in caplog.records if "Quittenbaum" in str(record.exc_info)]
    assert answer.status_code == 500
    assert record.args[0] in answer.text
    assert "Quittenbaum" not in answer.text
    assert "Traceback" not in answer.text


def test_nothing_of_an_error_is_kept_for_looking_at(jonas, city, broken):
    jonas.get(f"{broken}?geheim=Quittenbaum")

    assert city.error_log.getLogEntries() == []


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("POST", "/aktuelles", {"data": "{kaputt"}, 400),
        ("POST", "/aktuelles", {"data": "[1]"}, 400),
        ("PATCH", "/@users/site.admin", {"data": "{kaputt"}, 400),
        ("POST", "/aktuelles", {"json": {"@type": "Quatsch"}}, 403),
        ("POST", "/aktuelles", {"json": {}}, 400),
        ("POST", "/aktuelles/bekannt/@workflow/quatsch", {"json": {}}, 400),
    ],
)
def test_bad_requests_are_told_so(browser, things, method, path, sent, status):
    admin = browser()
    admin.login("site.admin")
    headers = {**JSON, "Origin": admin.origin, "Content-Type": "application/json"}

    answer = admin.ask(method, path, headers=headers, **sent)

    assert answer.status_code == status
    assert "raceback" not in answer.text


@pytest.mark.parametrize(
    "method",
    [
        "PROPFIND",
        "PROPPATCH",
        "MKCOL",
        "COPY",
        "MOVE",
        "LOCK",
        "UNLOCK",
        "TRACE",
        "PUT",
        "DELETE",
        "OPTIONS",
    ],
)
def test_ways_that_are_not_offered(browser, method):
    admin = browser()
    admin.login("site.admin")

    answer = admin.ask(method, "/aktuelles", headers=HTML)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_no_xml_rpc(browser, things):
    call = "<methodCall><methodName>Title</methodName></methodCall>"

    answer = browser().post(
        "/aktuelles/bekannt",
        data=call,
        headers={"Content-Type": "text/xml"},
        auth=("site.admin", "Servus-WiLMA-2026"),
    )

    assert answer.status_code == 405


def test_errors_are_in_german(jonas):
    assert "Diese Seite gibt es nicht" in jonas.get("/nirgends", headers=HTML).text
