"""Getting in, not getting in, and getting out everywhere."""

from email import message_from_bytes
from email import policy
from playwright.sync_api import expect

import re
import time


PASSWORD = "Servus-WiLMA-2026"
NEW = "Kastanienallee 17 im Regen"
WRONG = "Falsch-geraten-2026"

WEAK = {
    "zu kurz": "mindestens 12 Zeichen",
    "Passwort1234!": "zu verbreitet oder zu einfach",
    "{login}-2026": "darf Ihren Anmeldenamen nicht enthalten",
}


def test_a_wrong_password_is_refused_in_german(visit, newcomer):
    nobody = visit()

    _try(nobody, newcomer, WRONG)

    nobody.says("Anmeldung fehlgeschlagen")
    expect(nobody.page.get_by_label("Benutzername")).to_have_value(newcomer)
    expect(nobody.page.get_by_label("Passwort")).to_have_value("")


def test_an_unknown_name_gets_the_same_answer(visit, newcomer):
    nobody = visit()

    _try(nobody, f"kein-{newcomer}", WRONG)
    unknown = nobody.page.locator("#global_statusmessage").inner_text()
    _try(nobody, newcomer, WRONG)

    assert nobody.page.locator("#global_statusmessage").inner_text() == unknown


def test_a_forgotten_password_is_replaced_by_a_mail(visit, site, newcomer):
    before = visit(newcomer)
    nobody = visit()
    nobody.page.get_by_role("link", name="Passwort vergessen?").click()
    nobody.page.locator("#form-widgets-reset_password").fill(newcomer)
    nobody.page.get_by_role("button", name="Passwort zurücksetzen").click()
    nobody.says("E-Mail")

    link = re.search(r"https?://\S+", _mail_to(site, f"{newcomer}@wilma.example"))[0]
    assert link.startswith(f"{site.url}/passwordreset/")
    nobody.page.goto(link)
    for weak, why in WEAK.items():
        weak = weak.format(login=newcomer)
        _set(nobody, newcomer, weak)
        expect(nobody.page.get_by_role("main")).to_contain_text(why)
        assert site.rest(newcomer, weak).get(f"{site.url}/@users/{newcomer}").status_code == 401
    _set(nobody, newcomer, NEW)

    expect(nobody.page.get_by_role("button", name="Mein Konto")).to_be_visible()
    nobody.account("Abmelden")
    expect(nobody.page.get_by_role("heading", level=1)).to_contain_text("abgemeldet")
    nobody.open()
    nobody.log_in(newcomer, NEW)
    before.section("Start")
    expect(before.page.get_by_role("heading", level=1)).to_have_text("Bei WiLMA anmelden")
    assert site.rest(newcomer).get(f"{site.url}/aktuelles").status_code == 401


def test_whoever_asks_for_a_reset_learns_nothing_about_accounts(visit, newcomer):
    nobody = visit()
    answers = set()
    for name in (newcomer, f"kein-{newcomer}"):
        nobody.open("/login-help")
        nobody.page.locator("#form-widgets-reset_password").fill(name)
        nobody.page.get_by_role("button", name="Passwort zurücksetzen").click()
        nobody.says("E-Mail")
        answers.add(nobody.page.get_by_role("main").inner_text().replace(name, ""))

    assert len(answers) == 1


def test_log_out_everywhere_ends_every_browser_and_token(visit, site):
    token = site.rest().post(
        f"{site.url}/@login", json={"login": "amira.yilmaz", "password": PASSWORD}
    )
    program = site.rest(Authorization=f"Bearer {token.json()['token']}")
    assert program.get(f"{site.url}/aktuelles").status_code == 200
    office, home = visit("amira.yilmaz"), visit("amira.yilmaz")

    office.account("Überall abmelden")
    office.page.get_by_role("button", name="Überall abmelden").click()
    expect(office.page.get_by_role("heading", level=1)).to_contain_text("abgemeldet")

    home.section("Aktuelles")
    expect(home.page.get_by_role("heading", level=1)).to_have_text("Bei WiLMA anmelden")
    assert program.get(f"{site.url}/aktuelles").status_code == 401
    home.log_in("amira.yilmaz")
    expect(home.page.get_by_role("heading", level=1)).to_have_text("Aktuelles")


def test_log_out_ends_this_browser_only(visit):
    office, home = visit("franz.lehner"), visit("franz.lehner")

    office.account("Abmelden")
    expect(office.page.get_by_role("heading", level=1)).to_contain_text("abgemeldet")
    office.open("/aktuelles")
    expect(office.page.get_by_role("heading", level=1)).to_have_text("Bei WiLMA anmelden")

    home.section("Aktuelles")
    expect(home.page.get_by_role("heading", level=1)).to_have_text("Aktuelles")


def test_who_came_for_a_page_is_taken_there(visit):
    jonas = visit()

    jonas.open("/wissen")
    jonas.log_in("jonas.weber")

    assert jonas.page.url == f"{jonas.site.url}/wissen"


def test_nobody_is_taken_to_another_site(visit):
    jonas = visit()

    jonas.open("/login?came_from=https://boese.example/")
    jonas.log_in("jonas.weber")

    assert jonas.page.url.startswith(jonas.site.url)


def _try(visitor, login, password):
    visitor.page.get_by_label("Benutzername").fill(login)
    visitor.page.get_by_label("Passwort").fill(password)
    visitor.page.get_by_role("button", name="Anmelden").click()
    visitor.says("Fehler")


def _set(visitor, login, password):
    visitor.page.locator("#userid").fill(login)
    visitor.page.locator("#password").fill(password)
    visitor.page.locator("#password2").fill(password)
    visitor.page.get_by_role("button", name="Passwort festlegen").click()
    visitor.page.wait_for_load_state()


def _mail_to(site, address):
    """The text of the newest mail to an address; waits for it."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for path in sorted((site.var / "mail").iterdir(), key=_age):
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            if address in mail["To"]:
                return mail.get_body().get_content()
        time.sleep(0.3)
    raise TimeoutError(address)


def _age(path):
    return -path.stat().st_mtime
