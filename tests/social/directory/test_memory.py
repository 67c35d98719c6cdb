"""The index in memory follows what is committed, whoever committed it, and nothing else.

Two connections of the same database stand for two instances' threads; two processes are tested
with the whole stack.
"""

from plone import api
from tests.social.directory.conftest import entry
from threading import Thread
from wilma.social.directory import memory
from wilma.social.directory.interfaces import IDirectory
from wilma.social.directory.roll import Roll
from wilma.social.ids import new_id
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def found(site, q):
    """Userids, in the order they are found."""
    return [entry.userid for entry in IDirectory(site).search(q).entries]


@pytest.fixture
def site(functional_portal):
    """A site with Nele and Paul on the committed roll, and an index that knows them."""
    directory = IDirectory(functional_portal)
    directory.put(entry("nele", "Nele Haas"))
    directory.put(entry("paul", "Paul Haas"))
    transaction.commit()
    assert found(functional_portal, "haas") == ["nele", "paul"]
    return functional_portal


@pytest.fixture
def elsewhere(site):
    """Call a function with the site of another connection, in a transaction of its own."""

    def elsewhere(act, commit=True):
        manager = transaction.TransactionManager()
        manager.begin()
        connection = site._p_jar.db().open(manager)
        try:
            there = connection.root()["Application"][site.getId()]
            result = act(there)
            manager.commit() if commit else manager.abort()
            return result
        finally:
            manager.abort()
            connection.close()

    return elsewhere


@pytest.fixture
def built(monkeypatch):
    """A list that gets one entry each time an index is built anew."""
    calls = []
    build = memory._built
    monkeypatch.setattr(memory, "_built", lambda roll: calls.append(1) or build(roll))
    return calls


def rename(site):
    IDirectory(site).put(entry("nele", "Nele Lorenz"))


def test_own_changes_are_found_before_they_are_committed(directory):
    assert found(directory.site, "o'brien") == ["sean.obrien"]

    directory.put(entry("sean.obrien", "Seán Quinn"))
    directory.remove("karl.weiss")

    assert found(directory.site, "o'brien") == []
    assert found(directory.site, "quinn") == ["sean.obrien"]
    assert found(directory.site, "weiß") == []


def test_own_changes_are_found_beside_what_is_committed(site):
    IDirectory(site).put(entry("mia", "Mia Haas"))
    IDirectory(site).remove("paul")
    transaction.savepoint()

    search = IDirectory(site).search("haas")
    assert ([e.userid for e in search.entries], search.total) == (["mia", "nele"], 2)


def test_an_aborted_change_is_in_nobodys_memory(site, elsewhere):
    rename(site)
    assert found(site, "lorenz") == ["nele"]
    assert elsewhere(lambda there: found(there, "lorenz")) == []

    transaction.abort()

    assert found(site, "lorenz") == []
    assert found(site, "haas") == ["nele", "paul"]


def test_what_another_commits_is_found_from_the_next_transaction_on(site, elsewhere, built):
    elsewhere(rename)
    transaction.begin()

    assert found(site, "lorenz") == ["nele"]
    assert found(site, "haas") == ["paul"]
    assert built == []


def test_a_connection_that_has_just_begun_builds_nothing(site, elsewhere, built):
    site._p_jar.db().cacheMinimize()

    assert elsewhere(lambda there: found(there, "haas")) == ["nele", "paul"]
    site._p_jar.cacheMinimize()
    assert found(site, "haas") == ["nele", "paul"]
    assert built == []


def test_an_older_view_shows_nobody_it_does_not_know_and_turns_nothing_back(site, elsewhere):
    def add(there):
        IDirectory(there).put(entry("mia", "Mia Haas"))
        return

    elsewhere(add)
    elsewhere(lambda there: found(there, "haas"))

    assert found(site, "haas") == ["nele", "paul"]
    assert elsewhere(lambda there: found(there, "haas")) == ["mia", "nele", "paul"]


def test_who_was_disabled_elsewhere_is_in_no_answer(site, elsewhere):
    elsewhere(lambda there: IDirectory(there).remove("nele"))
    transaction.begin()

    search = IDirectory(site).search("haas")
    assert ([e.userid for e in search.entries], search.total) == (["paul"], 1)
    assert "nele" not in found(site, "")


def test_a_transaction_that_took_its_key_first_and_committed_last_is_not_missed(
    site, elsewhere, monkeypatch
):
    early = new_id()
    elsewhere(rename)
    transaction.begin()
    assert found(site, "lorenz") == ["nele"]

    monkeypatch.setattr("wilma.social.directory.roll.new_id", lambda: early)
    elsewhere(lambda there: IDirectory(there).put(entry("paul", "Paul Quinn")))
    transaction.begin()

    assert found(site, "quinn") == ["paul"]


def test_an_index_that_missed_dropped_changes_is_built_anew(site, elsewhere, built):
    elsewhere(rename)
    elsewhere(lambda there: Roll(there).forget_changes(seconds=-1))
    transaction.begin()

    assert found(site, "lorenz") == ["nele"]
    assert built == [1]


def test_dropping_old_changes_is_no_change(site, elsewhere, built):
    dropped = elsewhere(lambda there: Roll(there).forget_changes(seconds=-1))
    transaction.begin()

    assert dropped >= 2
    assert found(site, "haas") == ["nele", "paul"]
    elsewhere(rename)
    transaction.begin()
    assert found(site, "lorenz") == ["nele"]
    assert built == []


def test_a_thousand_changes_are_followed_and_more_are_read_anew(site, elsewhere, built):
    def many(first, last):
        def act(there):
            for number in range(first, last):
                IDirectory(there).put(entry(f"u{number}", f"Max Muster{number:05}"))

        return act

    elsewhere(many(0, 1000))
    transaction.begin()
    assert found(site, "muster00999")[0] == "u999"
    assert built == []

    elsewhere(many(1000, 7000))
    transaction.begin()
    assert found(site, "muster06999")[0] == "u6999"
    assert built == [1]


def test_a_reader_beside_a_writer_never_fails(site, elsewhere):
    errors, stop = [], []

    def read():
        setSite(site)
        while not stop:
            try:
                elsewhere(lambda there: IDirectory(there).search("haas").total)
            except Exception as error:
                errors.append(error)

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(60):
        elsewhere(lambda there, n=number: IDirectory(there).put(entry("nele", f"Nele Haas{n}")))
    stop.append(True)
    for reader in readers:
        reader.join()

    assert errors == []
    transaction.begin()
    assert found(site, "nele haas59")[0] == "nele"


def test_the_same_again_is_no_change(site):
    before = Roll(site).count

    IDirectory(site).put(entry("nele", "Nele Haas"))
    IDirectory(site).remove("nobody")

    assert Roll(site).count == before
    assert not Roll(site).wrote


def test_a_unit_with_a_new_name_is_found_by_it(site):
    with api.env.adopt_roles(["Manager"]):
        unit = api.content.create(site.organisation, "OrgUnit", "rku", title="Klimaschutz")
        IDirectory(site).put(entry("nele", "Nele Haas", unit=unit.UID()))
        transaction.commit()
        assert found(site, "klimaschutz") == ["nele"]

        unit.title = "Wasserwirtschaft"
        notify(ObjectModifiedEvent(unit))
        assert found(site, "wasserwirtschaft") == ["nele"]
        transaction.commit()

    assert found(site, "wasserwirtschaft") == ["nele"]
    assert found(site, "klimaschutz") == []


def test_many_who_write_at_once_lose_nothing(site, elsewhere):
    gave_up = []

    def write(person):
        for number in range(10):
            new = entry(f"p{person}", f"Pia Persson{person}x{number}")
            for _attempt in range(20):
                try:
                    elsewhere(lambda there, new=new: IDirectory(there).put(new))
                    break
                except ConflictError:
                    continue
            else:
                gave_up.append(new)

    writers = [Thread(target=write, args=(person,)) for person in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    transaction.begin()

    assert gave_up == []
    assert {found(site, f"persson{person}x9")[0] for person in range(6)} == {
        f"p{person}" for person in range(6)
    }
    assert Roll(site).count == len(Roll(site).changes())
