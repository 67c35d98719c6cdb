"""The inbox of a person, and the stream for everybody."""

from plone import api
from tests.policy.conftest import make_user
from wilma.social.inbox import storage
from wilma.social.inbox.interfaces import KEPT
from wilma.social.inbox.interfaces import KEPT_FOR_ALL
from wilma.social.person_state.interfaces import IPersonState
from zope.annotation.interfaces import IAnnotations

import time


DAY = 24 * 3600


def _kinds(found):
    return [item.kind for item in found]


def test_what_is_told_is_there_newest_first(inbox):
    before = int(time.time())

    inbox.tell(["jonas"], "mention", actor="amira", target="uid", data={"what": "x"})
    inbox.tell(["jonas"], "reply", actor="amira")

    reply, mention = inbox.newest("jonas")
    assert (reply.kind, reply.actor, reply.target, reply.data, reply.read) == (
        "reply",
        "amira",
        None,
        {},
        False,
    )
    assert (mention.target, mention.data) == ("uid", {"what": "x"})
    assert before <= mention.created <= time.time()
    assert 0 < mention.id < reply.id < 2**63
    assert inbox.unread("jonas") == 2


def test_the_actor_is_not_told(inbox):
    inbox.tell(["jonas", "amira", "jonas"], "mention", actor="amira")

    assert inbox.newest("amira") == []
    assert _kinds(inbox.newest("jonas")) == ["mention"]


def test_accounts_that_are_closed_or_not_there_are_told_nothing(portal, inbox):
    IPersonState(portal).write("jonas", "disabled", True)

    inbox.tell(["jonas", "nobody", "admin", "", None], "mention", actor="amira")

    assert storage.INBOX not in IAnnotations(portal)


def test_a_deleted_account_leaves_no_inbox(inbox):
    inbox.tell(["jonas"], "mention", actor="amira")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="jonas")
        make_user("jonas")

    assert inbox.newest("jonas") == []
    assert inbox.unread("jonas") == 0


def test_some_are_marked_as_read(inbox):
    for kind in ("mention", "reply", "comment"):
        inbox.tell(["jonas"], kind, actor="amira")
    comment, reply, mention = inbox.newest("jonas")

    inbox.mark_read("jonas", [reply.id, reply.id, 5])

    assert [item.read for item in inbox.newest("jonas")] == [False, True, False]
    assert _kinds(inbox.newest("jonas", unread=True)) == ["comment", "mention"]
    assert inbox.unread("jonas") == 2


def test_ids_of_somebody_else_mark_nothing(inbox):
    inbox.tell(["jonas"], "mention", actor="amira")
    [mine] = inbox.newest("jonas")

    inbox.mark_read("amira", [mine.id])

    assert inbox.unread("jonas") == 1


def test_all_are_marked_as_read(inbox):
    inbox.tell(["jonas"], "mention", actor="amira")
    inbox.tell_everybody("must_read", actor="amira")

    inbox.mark_read("jonas")

    assert [item.read for item in inbox.newest("jonas")] == [True, True]
    assert inbox.unread("jonas") == 0


def test_a_page_begins_below_an_id(inbox):
    for number in range(5):
        inbox.tell(["jonas"], f"kind{number}")
    first = inbox.newest("jonas", limit=2)

    second = inbox.newest("jonas", before=first[-1].id, limit=2)

    assert _kinds(first + second) == ["kind4", "kind3", "kind2", "kind1"]


def test_the_newest_are_kept(portal, inbox):
    for number in range(KEPT + storage.SLACK + 10):
        inbox.tell(["jonas"], f"kind{number}")

    found = inbox.newest("jonas", limit=10_000)

    box = IAnnotations(portal)[storage.INBOX]["jonas"]
    assert len(found) == KEPT
    assert found[0].kind == f"kind{KEPT + storage.SLACK + 9}"
    assert len(box["entries"]) == box["kept"]() == len(box["unread"]) < KEPT + storage.SLACK


def test_what_concerns_everybody_is_written_once(portal, inbox):
    inbox.tell_everybody("must_read", actor="amira", target="uid")

    assert _kinds(inbox.newest("jonas")) == ["must_read"]
    assert inbox.unread("jonas") == 1
    assert inbox.unread("amira") == 0
    assert storage.INBOX not in IAnnotations(portal)


def test_one_entry_for_everybody_is_read_by_one(inbox):
    for _number in range(3):
        inbox.tell_everybody("must_read")
    second = inbox.newest("jonas")[1]

    inbox.mark_read("jonas", [second.id])

    assert [item.read for item in inbox.newest("jonas")] == [False, True, False]
    assert (inbox.unread("jonas"), inbox.unread("amira")) == (2, 3)


def test_own_and_everybodys_are_one_list(inbox):
    inbox.tell(["jonas"], "first")
    inbox.tell_everybody("second")
    inbox.tell(["jonas"], "third")

    assert _kinds(inbox.newest("jonas")) == ["third", "second", "first"]


def test_what_concerns_everybody_is_not_new_for_ever(inbox, monkeypatch):
    inbox.tell_everybody("must_read")
    now = time.time()

    monkeypatch.setattr(storage.time, "time", lambda: now + 31 * DAY)

    assert [item.read for item in inbox.newest("jonas")] == [True]
    assert inbox.unread("jonas") == 0


def test_the_stream_for_everybody_is_pruned(portal, inbox):
    for number in range(KEPT_FOR_ALL + 5):
        inbox.tell_everybody(f"kind{number}")

    assert len(IAnnotations(portal)[storage.BROADCASTS]) == KEPT_FOR_ALL
    assert inbox.newest("jonas")[0].kind == f"kind{KEPT_FOR_ALL + 4}"


def test_an_inbox_never_seen_is_empty(inbox):
    inbox.mark_read("jonas")
    inbox.mark_read("jonas", [1])

    assert (inbox.newest("jonas"), inbox.unread("jonas")) == ([], 0)


def test_what_was_given_cannot_change_afterwards(inbox):
    data = {"what": "published"}
    inbox.tell(["jonas"], "content", data=data)
    data["what"] = "secret"
    inbox.newest("jonas")[0].data["what"] = "secret"

    assert inbox.newest("jonas")[0].data == {"what": "published"}
