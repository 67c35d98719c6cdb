"""A person with a browser: clicks by the words on the page, and notes what the browser says."""

from contextlib import contextmanager
from playwright.sync_api import expect

import re


PASSWORD = "Servus-WiLMA-2026"

# What Plone's own bundle says about itself on every page that carries it.
KNOWN = re.compile(r"Unsatisfied version .* of shared singleton|removed in TinyMCE 8\.0")


class Visitor:
    """`page` is Playwright's; `problems` is what went wrong so far."""

    def __init__(self, context, site):
        self.context = context
        self.site = site
        self.problems = []
        self._expected = set()
        self.page = self._watched(context.new_page())

    @classmethod
    @contextmanager
    def with_browser(cls, browser, site, *, width=1440, height=900, dark=False, **options):
        """A visitor with a new context; the problems are checked when it closes."""
        context = browser.new_context(
            **{
                "locale": "de-DE",
                "timezone_id": "Europe/Berlin",
                "viewport": {"width": width, "height": height},
                "color_scheme": "dark" if dark else "light",
                **options,
            }
        )
        context.set_default_timeout(20_000)
        try:
            visitor = cls(context, site)
            yield visitor
            assert visitor.problems == []
        finally:
            context.close()

    def open(self, path="/"):
        """Go to an address of the site; the response."""
        return self.page.goto(self.site.url + path)

    def status_of(self, path):
        """The status that this person's browser gets for an address, without leaving the page."""
        return self.context.request.get(self.site.url + path, max_redirects=0).status

    def log_in(self, login, password=PASSWORD):
        """By the login form, which is what everybody sees first."""
        self.page.get_by_label("Benutzername").fill(login)
        self.page.get_by_label("Passwort").fill(password)
        self.page.get_by_role("button", name="Anmelden").click()
        expect(self.page.get_by_role("button", name="Mein Konto")).to_be_visible()

    def search(self, words):
        """By the field in the top bar."""
        field = self.page.get_by_role("combobox", name="Personen, Räume und Inhalte suchen")
        field.fill(words)
        field.press("Enter")
        expect(self.page.get_by_role("heading", name="Suchergebnisse")).to_be_visible()

    def account(self, entry):
        """Choose from the menu behind the avatar."""
        self.page.get_by_role("button", name="Mein Konto").click()
        self.page.locator("#menu-ich").get_by_text(entry, exact=True).click()

    def section(self, name):
        """Choose from the main navigation."""
        self.page.get_by_role("navigation", name="Hauptnavigation").get_by_text(name).click()

    def says(self, text):
        """Wait until the page shows a message."""
        expect(self.page.locator("#global_statusmessage")).to_contain_text(text)

    @contextmanager
    def expecting(self, *statuses):
        """What the server answers so in here is no problem."""
        self._expected |= set(statuses)
        yield
        self.page.wait_for_load_state()
        self._expected -= set(statuses)

    def watch(self, page):
        """Watch a page that the site opened in a window of its own."""
        return self._watched(page)

    def _watched(self, page):
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._note("error", error))
        page.on("requestfailed", self._on_failure)
        page.on("response", self._on_response)
        return page

    def _on_console(self, message):
        # The statuses of answers are noted by themselves.
        if "Failed to load resource: the server responded" in message.text:
            return
        if message.type in ("error", "warning") and not KNOWN.search(message.text):
            self._note(message.type, message.text)

    def _on_failure(self, request):
        # A click that comes before all is loaded ends what is still on its way.
        if request.failure != "net::ERR_ABORTED":
            self._note("failed", request.url, request.failure)

    def _on_response(self, response):
        if response.status >= 400 and response.status not in self._expected:
            self._note("status", response.status, response.request.method, response.url)

    def _note(self, *words):
        self.problems.append(f"{self.page.url}: {' '.join(map(str, words))}"[:500])
