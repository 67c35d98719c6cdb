"""Small facts about people: who writes, who does not, and what is left of the deleted."""

from plone import api
from tests.policy.conftest import make_user
from wilma.social.person_state.interfaces import IPersonState
from wilma.social.person_state.storage import KEY
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


@pytest.fixture
def state(portal):
    return IPersonState(portal)


def _objects_written_by(portal, deed):
    transaction.savepoint()
    before = set(map(id, portal._p_jar._registered_objects))
    deed()
    return [o for o in portal._p_jar._registered_objects if id(o) not in before]


def test_a_field_is_what_was_written_and_nobody_else_s(state):
    state.write("jonas.weber", "note", ("a", 1))

    assert state.read("jonas.weber", "note") == ("a", 1)
    assert state.read("thao.nguyen", "note") is None
    assert state.read("thao.nguyen", "note", 0) == 0


def test_none_removes_a_field(state):
    state.write("jonas.weber", "note", "x")
    state.write("jonas.weber", "note", None)

    assert state.read("jonas.weber", "note", "gone") == "gone"


@pytest.mark.parametrize("userid", ["jonas.weber", "nobody", None])
def test_reading_writes_nothing(portal, state, userid):
    state.write("jonas.weber", "note", "x")

    assert _objects_written_by(portal, lambda: state.read(userid, "note")) == []
    assert _objects_written_by(portal, lambda: state.read(userid, "other", 1)) == []


def test_reading_makes_no_place_on_a_new_site(portal, state):
    IAnnotations(portal).pop(KEY, None)

    assert state.read("jonas.weber", "note", "none") == "none"
    assert KEY not in IAnnotations(portal)


@pytest.mark.parametrize(("field", "value"), [("note", "x"), ("other", None)])
def test_what_is_so_already_is_not_written_again(portal, state, field, value):
    state.write("jonas.weber", "note", "x")

    assert _objects_written_by(portal, lambda: state.write("jonas.weber", field, value)) == []


def test_forgetting_keeps_what_ended_old_sessions(state):
    state.write("jonas.weber", "note", "x")
    state.write("jonas.weber", "valid_since", 1234)
    state.write("thao.nguyen", "note", "y")

    state.forget("jonas.weber")
    state.forget("nobody")

    assert state.read("jonas.weber", "note") is None
    assert state.read("jonas.weber", "valid_since") == 1234
    assert state.read("thao.nguyen", "note") == "y"


def test_a_deleted_account_leaves_nothing_to_the_next_of_its_name(portal, state):
    make_user("jonas.weber")
    state.write("jonas.weber", "note", "x")
    state.write("jonas.weber", "disabled", True)

    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="jonas.weber")

    assert state.read("jonas.weber", "note") is None
    assert state.read("jonas.weber", "disabled") is None
    assert state.read("jonas.weber", "valid_since") > 0


def test_two_people_who_write_at_once_do_not_meet(functional_portal):
    state = IPersonState(functional_portal)
    for number in range(100):
        state.write(f"p{number:02d}", "note", "x")
    transaction.commit()
    path = functional_portal.getPhysicalPath()[1]
    others = transaction.TransactionManager()
    other_root = functional_portal._p_jar.db().open(others).root()["Application"]
    other = IPersonState(other_root[path])

    # Both have begun before either commits; two new ones in one place, and one person twice.
    state.write("p10", "note", "mine")
    state.write("new.a", "note", "mine")
    other.write("p11", "note", "theirs")
    other.write("p10", "other", "theirs")
    transaction.commit()
    others.commit()
    others.begin()

    transaction.begin()
    assert [state.read("p10", "note"), state.read("p10", "other")] == ["mine", "theirs"]
    assert state.read("p11", "note") == "theirs"
    assert state.read("new.a", "note") == "mine"
    other_root._p_jar.close()
