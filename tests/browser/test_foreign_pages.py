"""A page of another origin on the same machine tries to write with the visitor's cookie."""

from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import json
import pytest
import uuid


@pytest.fixture
def foreign():
    """Serve pages; `foreign(host, html)` is the address of one."""
    pages = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def serve(host, html):
        path = f"/{uuid.uuid4().hex}"
        pages[path] = html
        return f"http://{host}:{server.server_port}{path}"

    yield serve
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def victim(chromium, site):
    """Maria, who may write in Aktuelles, logged in; her browser's complaints do not matter here."""
    context = chromium.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(site.url)
    page.get_by_label("Benutzername").fill("maria.huber")
    page.get_by_label("Passwort").fill("Servus-WiLMA-2026")
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Mein Konto").wait_for()
    yield page
    context.close()


FORM = """<form id="f" method="post" action="{url}" enctype="{kind}">{fields}</form>
<script>document.getElementById("f").submit()</script>"""
SCRIPT = """<script type="module">
for (const {url, options} of %s) await fetch(url, options).catch(() => {});
document.title = "fertig";
</script>"""

ITEM = {"@type": "News Item", "title": "Untergeschoben"}
# localhost is another host, and so another site; another port of the same host is the same site,
# and the browser sends Lax cookies along.
HOSTS = ("127.0.0.1", "localhost")


WRITES = {
    "add": (
        "/aktuelles/++add++News%20Item",
        {"form.widgets.IDublinCore.title": "Untergeschoben", "form.buttons.save": "1"},
    ),
    "state": (
        "/aktuelles/klimaneutrale-verwaltung/content_status_modify",
        {"workflow_action": "retract"},
    ),
    "password": (
        "/@@change-password",
        {
            "form.widgets.current_password": "Servus-WiLMA-2026",
            "form.widgets.new_password": "Untergeschoben 2026",
            "form.widgets.new_password_ctl": "Untergeschoben 2026",
            "form.buttons.change_passwd": "1",
        },
    ),
    "logout everywhere": ("/@@logout-everywhere", {}),
    "bin": ("/aktuelles/@@bin", {"restore": "1"}),
}
FORMS = ("application/x-www-form-urlencoded", "text/plain")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("write", WRITES)
def test_a_form_changes_nothing(site, victim, foreign, host, kind, write):
    path, fields = WRITES[write]
    before = _everything(site)
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    page = FORM.format(url=site.url + path, kind=kind, fields=inputs)

    with victim.expect_response(lambda answer: urlsplit(answer.url).path == path) as answer:
        victim.goto(foreign(host, page), wait_until="commit")

    victim.wait_for_url(f"{site.url}/**")
    assert answer.value.request.method == "POST"
    assert answer.value.status in (302, 403)
    _nothing_changed(site, victim, before)


CALLS = {
    "add": ("POST", "/aktuelles", ITEM),
    "api": ("POST", "/++api++/aktuelles", ITEM),
    "state": ("POST", "/aktuelles/klimaneutrale-verwaltung/@workflow/retract", {}),
    "person": ("PATCH", "/@users/maria.huber", {"fullname": "Untergeschoben"}),
}
SCRIPTS = {
    "text": ("no-cors", {"Content-Type": "text/plain"}),
    "text that says JSON": ("no-cors", {"Content-Type": "text/plain;application/json"}),
    "text for JSON": ("no-cors", {"Content-Type": "text/plain", "Accept": "application/json"}),
    "JSON": ("cors", {"Content-Type": "application/json", "Accept": "application/json"}),
}


@pytest.mark.parametrize("host", HOSTS)
def test_scripts_change_nothing(site, victim, foreign, host):
    before = _everything(site)
    calls = [
        {
            "url": site.url + path,
            "options": {"method": method, "body": json.dumps(body), "credentials": "include"}
            | {"mode": mode, "headers": headers},
        }
        for method, path, body in CALLS.values()
        for mode, headers in SCRIPTS.values()
    ]

    victim.goto(foreign(host, SCRIPT % json.dumps(calls)))
    victim.wait_for_function("document.title === 'fertig'")

    _nothing_changed(site, victim, before)


def test_the_same_script_on_a_page_of_ours_does_write(site, victim):
    own = {"@type": "News Item", "title": "Selbst geschrieben"}
    script = """async (item) => (await fetch("/aktuelles", {
        method: "POST", body: JSON.stringify(item),
        headers: {"Content-Type": "application/json", "Accept": "application/json"}
    })).status"""

    victim.goto(site.url)

    assert victim.evaluate(script, own) == 201


def test_a_foreign_page_cannot_log_somebody_in_as_another(site, chromium, foreign):
    page = chromium.new_context(locale="de-DE").new_page()
    fields = (
        '<input name="__ac_name" value="jonas.weber">'
        '<input name="__ac_password" value="Servus-WiLMA-2026">'
        '<input name="buttons.login" value="Anmelden">'
    )
    form = FORM.format(
        url=f"{site.url}/login", kind="application/x-www-form-urlencoded", fields=fields
    )

    with page.expect_response(f"{site.url}/login"):
        page.goto(foreign("127.0.0.1", form), wait_until="commit")
    page.wait_for_url(f"{site.url}/**")
    page.goto(f"{site.url}/aktuelles")

    assert "/login" in page.url
    page.context.close()


def _everything(site):
    """What the foreign pages try to change, as Maria and an employee see it."""
    maria = site.rest("maria.huber")
    found = maria.get(f"{site.url}/@search", params={"SearchableText": "Untergeschoben"}).json()
    state = maria.get(f"{site.url}/aktuelles/klimaneutrale-verwaltung").json()["review_state"]
    person = maria.get(f"{site.url}/@users/maria.huber").json()["fullname"]
    return found["items_total"], state, person


def _nothing_changed(site, victim, before):
    # Her password is still the same, too: this asks with it.
    assert _everything(site) == before == (0, "published", "Maria Huber")
    victim.goto(f"{site.url}/aktuelles")
    assert victim.get_by_role("button", name="Mein Konto").count() == 1
