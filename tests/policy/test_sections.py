"""Sections stay where they are, whoever may delete inside."""

from plone import api
from zExceptions import Forbidden

import pytest
import transaction


@pytest.mark.parametrize("by", ["editor", "reviewer", "intranet_editor"])
def test_editors_do_not_delete_a_section(portal, people, by):
    with api.env.adopt_user(by), pytest.raises(Forbidden):
        portal.manage_delObjects(["aktuelles"])

    assert "aktuelles" in portal


def test_nor_rename_it(portal, people):
    with api.env.adopt_user("intranet_editor"), pytest.raises(Forbidden):
        portal.manage_renameObject("aktuelles", "neues")

    assert "neues" not in portal


def test_administrators_may(portal, people):
    with api.env.adopt_user("site_admin"):
        portal.manage_delObjects(["services"])

    assert "services" not in portal


def test_folders_of_the_same_name_elsewhere_may_go(portal, people):
    with api.env.adopt_user("elsewhere"):
        api.content.create(portal.wissen, "Folder", "aktuelles", title="Aktuelles zum Wissen")
        portal.wissen.manage_delObjects(["aktuelles"])

    assert "aktuelles" not in portal.wissen


def test_editors_let_no_server_fetch_calendars(portal, people):
    may = {name for name in people if _may_import(name, portal.termine)}

    assert may == {"site_admin"}


def _may_import(name, folder):
    folder.manage_setLocalRoles("editor", ["Editor"])
    return api.user.has_permission("plone.app.event: Import Ical", username=name, obj=folder)


@pytest.mark.parametrize("name", ["people", "organisation", "aktuelles", "info"])
@pytest.mark.parametrize("by", ["intranet_editor", "site_admin"])
def test_nobody_copies_a_section(portal, people, name, by):
    transaction.savepoint()

    with api.env.adopt_user(by), pytest.raises(Forbidden):
        portal.wissen.manage_pasteObjects(portal.manage_copyObjects([name]))

    assert name not in portal.wissen


def test_folders_inside_are_copied(portal, people):
    with api.env.adopt_user("intranet_editor"):
        api.content.create(portal.wissen, "Folder", "people", title="Menschen")
        transaction.savepoint()
        portal.wissen.manage_pasteObjects(portal.wissen.manage_copyObjects(["people"]))

    assert "copy_of_people" in portal.wissen
