"""What goes wrong for an editor, and how it is put right."""

from playwright.sync_api import expect
from tests.browser import editor
from urllib.parse import urlsplit

import pytest
import uuid


@pytest.fixture
def title():
    return f"Neue Bänke am Kanal {uuid.uuid4().hex[:6]}"


@pytest.fixture
def program(tmp_path):
    """A program that calls itself a PDF."""
    path = tmp_path / "rechnung.pdf"
    path.write_bytes(b"MZ\x90\x00" + bytes(60) + b"PE\0\0" + b"x" * 5000)
    return path


def test_a_missing_title_is_said_beside_the_field(visit):
    maria = visit("maria.huber")
    editor.new(maria, "Nachricht")

    editor.send(maria)
    _said_at(maria, "IDublinCore-title", "Bitte füllen Sie dieses Feld aus.")

    editor.field(maria, "Titel").fill("   ")
    editor.send(maria)
    _said_at(maria, "IDublinCore-title", "Erforderliche Eingabe fehlt.")


def test_a_text_that_is_too_long_is_said_and_kept(visit, title):
    maria = visit("maria.huber")
    editor.new(maria, "Nachricht")
    editor.field(maria, "Titel").fill(title)
    # Filled at once: to type 1.4 MB takes a while.
    description = editor.field(maria, "Beschreibung")
    description.evaluate("field => { field.value = 'ä'.repeat(700000) }")

    editor.send(maria)

    _said_at(maria, "IDublinCore-description", "zu lang")
    expect(editor.field(maria, "Titel")).to_have_value(title)


def test_a_program_that_calls_itself_a_document_is_refused_every_time(visit, program):
    claudia = visit("claudia.brandl")
    editor.new(claudia, "Datei")
    claudia.page.locator("#formfield-form-widgets-file input[type=file]").set_input_files(program)

    editor.send(claudia)
    _said_at(claudia, "file", "Dateien dieser Art dürfen hier nicht abgelegt werden.")

    # The form offers to keep what was sent.
    editor.send(claudia)
    _said_at(claudia, "file", "Dateien dieser Art dürfen hier nicht abgelegt werden.")
    claudia.search("rechnung.pdf")
    expect(claudia.page.get_by_role("main")).to_contain_text("Nichts gefunden")


def test_what_was_deleted_is_put_back_from_the_bin(visit, title):
    maria = visit("maria.huber")
    path = _make(maria, title)

    editor.act(maria, "Löschen")
    maria.page.locator(".modal.show").get_by_role("button", name="Löschen").click()
    maria.says("gelöscht")
    with maria.expecting(404):
        assert maria.open(path).status == 404

    maria.section("Aktuelles")
    editor.toolbar(maria).get_by_role("link", name="Papierkorb").click()
    deleted = maria.page.get_by_role("listitem").filter(has_text=title)
    deleted.get_by_role("button", name="Zurücklegen").click()

    maria.says(f"„{title}“ ist wieder da")
    assert maria.open(path).status == 200
    expect(maria.page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_published_item_is_changed_in_a_working_copy(visit, title):
    maria, stefan, jonas = visit("maria.huber"), visit("stefan.maier"), visit("jonas.weber")
    path = _make(maria, title)
    editor.change_state(maria, "Zur Veröffentlichung einreichen")
    stefan.open(path)
    editor.change_state(stefan, "Veröffentlichen")

    maria.open(path)
    editor.act(maria, "Arbeitskopie erstellen")
    maria.page.get_by_role("main").get_by_role("button", name="Arbeitskopie erstellen").click()
    maria.says("Arbeitskopie")
    editor.edit(maria)
    editor.field(maria, "Titel").fill(f"{title}, nun aus Eiche")
    editor.save(maria)
    copy = urlsplit(maria.page.url).path

    jonas.open(path)
    expect(jonas.page.get_by_role("heading", level=1)).to_have_text(title)
    assert jonas.status_of(copy) == 404

    stefan.open(copy)
    editor.act(stefan, "Original durch Arbeitskopie ersetzen")
    stefan.page.get_by_role("main").get_by_role("button").first.click()
    stefan.says("Arbeitskopie")
    jonas.open(path)
    expect(jonas.page.get_by_role("heading", level=1)).to_have_text(f"{title}, nun aus Eiche")


def _make(maria, title):
    """Write a draft; its path."""
    editor.new(maria, "Nachricht")
    editor.field(maria, "Titel").fill(title)
    editor.save(maria, "Eintrag erzeugt")
    return urlsplit(maria.page.url).path.removesuffix("/view")


def _said_at(visitor, field, message):
    expect(visitor.page.locator(f"#formfield-form-widgets-{field}")).to_contain_text(message)
