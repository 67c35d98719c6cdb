"""People and content that most tests of the policy need."""

from plone import api

import pytest


PASSWORD = "Servus-WiLMA-2026"


def make_user(userid, roles=()):
    """Make an account and give its user id."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username=userid, email=f"{userid}@wilma.example", password=PASSWORD)
        if roles:
            api.user.grant_roles(username=userid, roles=list(roles))
    return userid


@pytest.fixture
def people(portal):
    """The cast: employee, editor and reviewer of Aktuelles, editor of Wissen, and site roles."""
    made = {name: make_user(name) for name in ("employee", "editor", "reviewer", "elsewhere")}
    made["intranet_editor"] = make_user("intranet_editor", ("Intranet Editor",))
    made["site_admin"] = make_user("site_admin", ("Site Administrator",))
    portal.aktuelles.manage_setLocalRoles("editor", ["Editor"])
    portal.aktuelles.manage_setLocalRoles("reviewer", ["Reviewer"])
    portal.wissen.manage_setLocalRoles("elsewhere", ["Editor"])
    portal.aktuelles.reindexObjectSecurity()
    portal.wissen.reindexObjectSecurity()
    return made


@pytest.fixture
def make(portal, people):
    """Make content as the editor of Aktuelles and bring it into a state."""

    def make(portal_type="News Item", container=None, state="draft", by="editor", **fields):
        container = portal.aktuelles if container is None else container
        fields.setdefault("title", "Schneeräumung in den Außenbezirken")
        with api.env.adopt_user(by):
            content = api.content.create(container, portal_type, **fields)
        with api.env.adopt_roles(["Manager"]):
            for transition in {
                "draft": (),
                "pending": ("submit",),
                "published": ("publish",),
                "archived": ("publish", "archive"),
            }[state]:
                api.content.transition(content, transition)
        return content

    return make
