"""What an editor does on Plone's own screens: fill a form, change the state, use the menus."""

from playwright.sync_api import expect

import base64


LEAD_PICTURE = "#formfield-form-widgets-ILeadImageBehavior-image input[type=file]"


def new(visitor, kind):
    """Choose what to make from the yellow button of the top bar, and wait for the form."""
    visitor.page.get_by_role("button", name="Erstellen", exact=True).click()
    visitor.page.locator("#menu-neu").get_by_role("link", name=kind, exact=True).click()
    expect(field(visitor, "Titel")).to_be_visible()


def edit(visitor):
    """Open the edit form of what is shown."""
    toolbar(visitor).get_by_role("link", name="Bearbeiten", exact=True).click()
    expect(field(visitor, "Titel")).to_be_visible()


def field(visitor, label):
    """The field of the form with this label."""
    return visitor.page.locator("#content").get_by_label(label).first


def tab(visitor, name):
    """Turn to another part of the form."""
    visitor.page.locator(".autotoc-nav").get_by_text(name, exact=True).click()


def write_text(visitor, text):
    """Type into TinyMCE."""
    body = visitor.page.frame_locator("iframe.tox-edit-area__iframe").locator("body")
    body.click()
    body.press_sequentially(text)


def save(visitor, message="gespeichert"):
    """Send the form, and wait until the page says what became of it."""
    send(visitor)
    visitor.says(message)


def send(visitor):
    """Press the button of the form."""
    visitor.page.get_by_role("button", name="Sichern").click()


def change_state(visitor, transition):
    """Choose a transition from the state menu of the toolbar."""
    toolbar(visitor).get_by_role("link", name="Status:").click()
    toolbar(visitor).get_by_role("link", name=transition, exact=True).click()
    visitor.says("Status")


def act(visitor, action):
    """Choose from the menu of actions in the toolbar."""
    # Until its scripts are there, an action opens a page and not a dialog.
    visitor.page.wait_for_load_state("networkidle")
    toolbar(visitor).get_by_role("link", name="Aktionen", exact=True).click()
    toolbar(visitor).get_by_role("link", name=action).click()


def toolbar(visitor):
    """Plone's toolbar."""
    return visitor.page.locator("#edit-zone")


def base64_of(path):
    """The content of a file, as plone.restapi wants it."""
    return base64.b64encode(path.read_bytes()).decode()
