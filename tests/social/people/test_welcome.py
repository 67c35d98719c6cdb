"""Who was added by others gets a mail that leads to a password of their own."""

from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from wilma.social.mail.interfaces import IMailKind
from wilma.social.outbox.interfaces import IOutbox
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture
def site(functional_portal):
    portal = functional_portal
    make_user("hr.one")
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    transaction.commit()
    return portal


def _add(call, **fields):
    return call(
        "hr.one",
        "POST",
        "/people",
        {"@type": "Person", "id": "lena.neu", "family_name": "Neu", **fields},
    )


def test_the_mail_leads_to_a_password(site, call):
    assert _add(call, email="lena@wilma.example").status_code == 201
    message = getUtility(IMailKind, "welcome")(site, "lena.neu", {}, "de")
    transaction.commit()

    code = message.path.removeprefix("/passwordreset/").partition("?")[0]
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_password_reset").resetPassword("lena.neu", code, PASSWORD)
    transaction.commit()

    assert message.subject == "Ihr Zugang zu WiLMA"
    assert "Ihr Anmeldename ist lena.neu." in message.paragraphs
    assert call("lena.neu", "GET", "/people/lena.neu").status_code == 200


@pytest.mark.parametrize(
    ("fields", "mails"), [({"email": "lena@wilma.example"}, 1), ({"phone": "089 1"}, 0)]
)
def test_it_is_written_once_and_only_where_it_can_go(site, call, fields, mails):
    before = IOutbox(site).counts().get("mail", {}).get("waiting", 0)

    assert _add(call, **fields).status_code == 201

    assert IOutbox(site).counts().get("mail", {}).get("waiting", 0) - before == mails


def test_a_program_that_fills_the_site_writes_to_nobody(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            site.people, "Person", "lena.neu", family_name="Neu", email="lena@wilma.example"
        )

    assert "mail" not in IOutbox(site).counts()


def test_nobody_knows_the_first_password(site, call):
    _add(call, email="lena@wilma.example")

    assert call("lena.neu", "GET", "/people/lena.neu").status_code == 401
