"""What writes and what does not, and two who write at once."""

from transaction import TransactionManager
from wilma.social.inbox.interfaces import INotifications
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite

import pytest


@pytest.fixture
def written(city):
    """Tell whether anything was written since the last call."""
    seen = [city._p_jar.db().lastTransaction()]

    def written():
        seen.append(city._p_jar.db().lastTransaction())
        return seen[-2] != seen[-1]

    return written


@pytest.mark.parametrize("path", ["/mitteilungen", "/mitteilungen?unread=1", "/", "/wissen/seite"])
def test_looking_writes_nothing(tell, log_in, written, path):
    tell("jonas", actor="amira")
    jonas = log_in("jonas")
    written()

    assert jonas.get(path).status_code == 200

    assert not written()


@pytest.mark.parametrize("path", ["/@notifications", "/@notifications?unread=1", "/@pulse"])
@pytest.mark.parametrize("who", ["jonas", "amira"])
def test_asking_writes_nothing(tell, log_in, written, who, path):
    tell("jonas", actor="amira")
    browser = log_in(who)
    written()

    assert browser.rest("GET", path).status_code == 200

    assert not written()


def test_marking_what_is_read_already_writes_nothing(tell, log_in, written):
    tell("jonas")
    jonas = log_in("jonas")
    jonas.rest("PATCH", "/@notifications", {"read": "all"})
    assert written()

    jonas.rest("PATCH", "/@notifications", {"read": "all"})
    jonas.rest("PATCH", "/@notifications", {"read": ["1"]})

    assert not written()


def test_what_the_buttons_of_the_page_do(tell, log_in):
    tell("jonas", actor="amira")
    tell("jonas", actor="amira", what="rejected", comment="<script>alert(1)</script>")
    jonas = log_in("jonas")
    page = jonas.get("/mitteilungen").text
    newest = jonas.rest("GET", "/@notifications").json()["items"][0]["id"]
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page

    one = jonas.post(
        "/mitteilungen",
        data={"read": newest, "unread": "1", "_authenticator": jonas.token("/mitteilungen")},
    )
    pulse = jonas.rest("GET", "/@pulse").json()["notifications"]
    rest = jonas.post(
        "/mitteilungen", data={"read": "all", "_authenticator": jonas.token("/mitteilungen")}
    )

    assert (one.status_code, one.headers["Location"]) == (303, f"{jonas.url}/mitteilungen?unread=1")
    assert (rest.status_code, rest.headers["Location"]) == (303, f"{jonas.url}/mitteilungen")
    assert (pulse, jonas.rest("GET", "/@pulse").json()["notifications"]) == (1, 0)


@pytest.mark.parametrize("read", ["", "x", "1 2"])
def test_a_button_that_we_did_not_make_is_refused(log_in, read):
    jonas = log_in("jonas")
    token = jonas.token("/@@logout-everywhere")

    answer = jonas.post("/mitteilungen", data={"read": read, "_authenticator": token})

    assert answer.status_code == 400


def test_a_page_that_makes_no_sense_is_the_first(tell, log_in):
    tell("jonas")

    assert "Quittenernte" in log_in("jonas").get("/mitteilungen?before=x").text


@pytest.fixture
def colleague(city):
    """The site as another instance sees it: a connection and transactions of its own."""
    manager = TransactionManager()
    connection = city._p_jar.db().open(manager)
    site = connection.root()["Application"][city.getId()]
    yield site, manager
    manager.abort()
    connection.close()
    setSite(city)


def test_two_who_tell_the_same_person_at_once_lose_nothing(city, tell, colleague):
    tell("jonas", actor="amira")
    site, manager = colleague
    manager.begin()
    INotifications(site).tell(["jonas"], "content", None, "other", {"what": "published"})

    tell("jonas", actor="amira")
    manager.commit()

    city._p_jar.sync()
    assert len(INotifications(city).newest("jonas")) == 3
    assert INotifications(city).unread("jonas") == 3


def test_the_first_two_at_once_are_retried_and_lose_nothing(city, tell, colleague):
    site, manager = colleague
    manager.begin()
    INotifications(site).tell(["jonas"], "content", None, "other", {"what": "published"})
    tell("jonas", actor="amira")

    with pytest.raises(ConflictError):
        manager.commit()
    manager.abort()
    manager.begin()
    INotifications(site).tell(["jonas"], "content", None, "other", {"what": "published"})
    manager.commit()

    city._p_jar.sync()
    assert INotifications(city).unread("jonas") == 2


def test_reading_and_being_told_at_once_lose_nothing(city, tell, colleague):
    # Of a set, the first cannot be taken away and be merged: then one of the two is done again.
    for _number in range(3):
        tell("jonas", actor="amira")
    site, manager = colleague
    manager.begin()
    second = INotifications(site).newest("jonas")[1]
    INotifications(site).mark_read("jonas", [second.id])

    tell("jonas", actor="amira", what="rejected")
    manager.commit()

    city._p_jar.sync()
    assert [item.read for item in INotifications(city).newest("jonas")] == [
        False,
        False,
        True,
        False,
    ]
