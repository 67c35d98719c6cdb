"""Publication and expiry dates count for every way to an item, not in lists only."""

from AccessControl.PermissionRole import rolesForPermissionOn
from DateTime import DateTime
from plone import api

import pytest


@pytest.fixture
def dated(make):
    def dated(**dates):
        content = make(state="published")
        for name, days in dates.items():
            setattr(content, name, DateTime() + days)
        content.reindexObject()
        return content

    return dated


@pytest.mark.parametrize(
    ("dates", "seen"),
    [
        ({"effective_date": -1}, True),
        ({"effective_date": 1}, False),
        ({"expiration_date": 1}, True),
        ({"expiration_date": -1}, False),
        ({"effective_date": -2, "expiration_date": -1}, False),
    ],
)
def test_an_employee_sees_only_what_is_current(dated, dates, seen):
    content = dated(**dates)

    assert api.user.has_permission("View", username="employee", obj=content) is seen
    for editor in ("editor", "reviewer", "intranet_editor", "site_admin"):
        assert api.user.has_permission("View", username=editor, obj=content) is True


def test_the_date_is_reached_without_indexing_anew(dated):
    content = dated(effective_date=1)
    catalog = api.portal.get_tool("portal_catalog")

    content.effective_date = DateTime() - 1

    indexed = catalog.getIndexDataForRID(catalog(UID=content.UID(), show_inactive=True)[0].getRID())
    assert "Authenticated" in indexed["allowedRolesAndUsers"]
    assert api.user.has_permission("View", username="employee", obj=content) is True


def test_roles_written_outside_the_dates_are_whole_inside_them(dated):
    content = dated(expiration_date=-1)

    api.portal.get_tool("portal_workflow").wilma_editorial_workflow.updateRoleMappingsFor(content)
    content.expiration_date = None

    assert api.user.has_permission("View", username="employee", obj=content) is True


@pytest.mark.parametrize("dates", [{"effective_date": 1}, {"expiration_date": -1}])
def test_a_public_page_out_of_its_dates_stays_with_its_editors(portal, people, dates):
    page = portal.info.impressum
    for name, days in dates.items():
        setattr(page, name, DateTime() + days)

    assert "Anonymous" not in rolesForPermissionOn("View", page)
    assert api.user.has_permission("View", username="employee", obj=page) is False
    assert api.user.has_permission("View", username="intranet_editor", obj=page) is True
    assert api.user.has_permission("View", username="site_admin", obj=page) is True
