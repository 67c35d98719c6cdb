"""Who was added by others gets a mail that leads to a password of their own."""

from aiosmtpd.controller import Controller
from contextlib import contextmanager
from datetime import datetime
from plone import api
from tests.policy.conftest import make_user
from tests.policy.conftest import PASSWORD
from tests.social.mail.conftest import Post
from tests.stack.wilma import free_port
from wilma.social.outbox import store
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.outbox.lane import Lane

import pytest
import re
import threading
import transaction


@pytest.fixture
def site(functional_portal):
    portal = functional_portal
    make_user("hr.one")
    portal.people.manage_setLocalRoles("hr.one", ["Editor"])
    portal.people.reindexObjectSecurity()
    transaction.commit()
    return portal


@pytest.fixture
def post(site):
    """A real mail server; what `during` holds is done before it takes a mail."""

    class Busy(Post):
        during = ()

        async def handle_DATA(self, *args):
            for act in self.during:
                act()
            return await super().handle_DATA(*args)

    handler, port = Busy(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, enable_SMTPUTF8=True)
    controller.start()
    api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
    api.portal.set_registry_record("plone.smtp_port", port)
    transaction.commit()
    yield handler
    controller.stop()


@pytest.fixture
def work(site, tmp_path):
    """Let the worker's lane for quick jobs do what is due."""

    @contextmanager
    def open_site():
        yield site

    return Lane(store.QUICK, open_site, tmp_path, threading.Event()).turn


def _add(call, **fields):
    return call(
        "hr.one",
        "POST",
        "/people",
        {"@type": "Person", "id": "lena.neu", "family_name": "Neu", **fields},
    )


def _code(message):
    text = message.get_body(("plain",)).get_content()
    return re.search(r"/passwordreset/([^?]+)[?]userid=lena.neu", text)[1]


def _in_another_connection(site, act):
    """Act on the reset tool as another instance does."""
    manager = transaction.TransactionManager()
    connection = site._p_jar.db().open(manager)
    try:
        tool = connection.root()["Application"][site.getId()].portal_password_reset
        act(tool)
        tool._p_changed = True
        manager.commit()
    finally:
        manager.abort()
        connection.close()


def test_the_mail_leads_to_a_password(site, call, post, work):
    assert _add(call, email="lena@wilma.example").status_code == 201

    work()

    [message] = post.messages
    with api.env.adopt_roles(["Manager"]):
        tool = api.portal.get_tool("portal_password_reset")
        tool.resetPassword("lena.neu", _code(message), PASSWORD)
    transaction.commit()
    assert message["Subject"] == "Ihr Zugang zu WiLMA"
    assert "Ihr Anmeldename ist lena.neu." in message.get_body(("plain",)).get_content()
    assert call("lena.neu", "GET", "/people/lena.neu").status_code == 200


def test_whoever_forgets_a_password_meanwhile_the_mail_goes_out_once(site, call, post, work):
    _add(call, email="lena@wilma.example")

    def forget():
        now = datetime.now()
        _in_another_connection(site, lambda tool: tool._requests.update({"x": ("hr.one", now)}))

    post.during = [forget]

    work()

    [message] = post.messages
    transaction.begin()
    assert "x" in site.portal_password_reset._requests
    assert site.portal_password_reset._requests[_code(message)][0] == "lena.neu"
    assert IOutbox(site).counts() == {}


def test_an_address_that_grew_too_old_is_replaced(site, call, post, work):
    _add(call, email="lena@wilma.example")
    post.answers = {"RCPT": "451 later"}
    work()

    def age(tool):
        for code, (userid, _expiry) in tool._requests.items():
            tool._requests[code] = (userid, datetime(2026, 1, 1))

    _in_another_connection(site, age)
    post.answers = {}
    _make_due(site)
    work()

    [message] = post.messages
    transaction.begin()
    site.portal_password_reset.verifyKey(_code(message))


def test_an_address_that_was_used_is_not_mailed_again(site, call, post, work):
    _add(call, email="lena@wilma.example")
    post.answers = {"RCPT": "451 later"}
    work()
    _in_another_connection(site, lambda tool: tool._requests.clear())
    post.answers = {}
    _make_due(site)
    work()

    assert post.taken == []
    assert IOutbox(site).counts() == {}


def test_dead_letters_show_no_address(site, call, post, work):
    _add(call, email="lena@wilma.example")
    post.answers = {"RCPT": "550 nobody"}
    work()

    [code] = site.portal_password_reset._requests
    [letter] = IOutbox(site).dead()
    make_user("admin.one", ("Site Administrator",))
    transaction.commit()
    assert code not in repr(letter)
    assert code not in call("admin.one", "GET", "/@outbox").text


@pytest.mark.parametrize(
    ("fields", "jobs"), [({"email": "lena@wilma.example"}, 1), ({"phone": "089 1"}, 0)]
)
def test_it_is_written_once_and_only_where_it_can_go(site, call, fields, jobs):
    assert _add(call, **fields).status_code == 201

    assert IOutbox(site).counts().get("welcome", {}).get("waiting", 0) == jobs


def test_a_program_that_fills_the_site_writes_to_nobody(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            site.people, "Person", "lena.neu", family_name="Neu", email="lena@wilma.example"
        )

    assert IOutbox(site).counts() == {}


def test_nobody_knows_the_first_password(site, call):
    _add(call, email="lena@wilma.example")

    assert call("lena.neu", "GET", "/people/lena.neu").status_code == 401


def _make_due(site):
    """Let the mail that waits be tried now."""
    transaction.begin()
    found = store.read(site)
    [(job_id, record)] = found["quick/jobs"].items()
    agenda = found["quick/agenda"][record["kind"]]
    agenda.remove((record["due"], job_id))
    found["quick/jobs"][job_id] = record | {"due": 0}
    agenda.insert((0, job_id))
    transaction.commit()
