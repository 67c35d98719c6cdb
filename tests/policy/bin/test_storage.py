"""What is deleted is out of the site at once, and comes back whole."""

from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from wilma.policy.bin import storage
from wilma.policy.bin.interfaces import CannotRestore
from wilma.policy.bin.interfaces import IBin
from wilma.social.outbox.interfaces import IPeriodicJob
from zope.component import getUtility

import pytest


DAY = 24 * 3600


@pytest.fixture
def bin_(portal, people):
    return IBin(portal.aktuelles)


def _delete(content):
    with api.env.adopt_user("editor"):
        content.__parent__.manage_delObjects([content.getId()])


def _restore(bin_, key=None, by="editor"):
    with api.env.adopt_user(by):
        return bin_.restore(next(bin_.entries("/plone"))[0] if key is None else key)


def _found(uid):
    return [
        brain.UID
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    ]


def test_a_deleted_item_is_nowhere_but_in_the_bin(make, portal, bin_):
    news = make(state="published")

    _delete(news)

    assert news.getId() not in portal.aktuelles
    assert _found(news.UID()) == []
    [(key, entry)] = bin_.entries("/plone/aktuelles")
    assert (entry["title"], entry["deleted_by"]) == (news.Title(), "editor")
    assert key > 0


def test_restored_it_is_as_it_was(make, portal, bin_):
    news = make(state="published")
    uid, name = news.UID(), news.getId()
    _delete(news)

    _restore(bin_)

    back = portal.aktuelles[name]
    assert back.UID() == uid
    assert api.content.get_state(back) == "published"
    assert _found(uid) == [uid]
    assert list(bin_.entries("/plone")) == []


def test_a_folder_comes_back_with_what_it_held(make, portal, people):
    folder = make("Folder", portal.wissen, by="elsewhere", title="Dienstvorschriften")
    page = make("Document", folder, by="elsewhere", state="published", title="Reisekosten")
    with api.env.adopt_user("elsewhere"):
        portal.wissen.manage_delObjects([folder.getId()])
    bin_ = IBin(portal.wissen)

    [(key, entry)] = bin_.entries("/plone/wissen")
    _restore(bin_, key, "elsewhere")

    assert entry["title"] == "Dienstvorschriften"
    assert _found(page.UID()) == [page.UID()]


def test_a_taken_name_gets_a_free_one(make, portal, bin_):
    news = make(id="schnee")
    _delete(news)
    make(id="schnee", title="Neuer Schnee")

    back = _restore(bin_)

    assert portal.aktuelles["schnee"].Title() == "Neuer Schnee"
    assert portal.aktuelles[back.getId()].UID() == news.UID()
    assert back.getId() != "schnee"


def test_without_its_folder_nothing_comes_back(make, portal, people):
    folder = make("Folder", portal.wissen, by="elsewhere", title="Vorschriften")
    page = make("Document", folder, by="elsewhere", title="Reisekosten")
    bin_ = IBin(portal.wissen)
    with api.env.adopt_user("elsewhere"):
        folder.manage_delObjects([page.getId()])
        portal.wissen.manage_delObjects([folder.getId()])
    key = next(key for key, entry in bin_.entries("/plone") if entry["title"] == "Reisekosten")

    with pytest.raises(CannotRestore):
        bin_.restore(key)

    assert len(list(bin_.entries("/plone"))) == 2


def test_a_cancelled_working_copy_leaves_nothing_behind(make, portal, bin_):
    news = make(state="published")
    with api.env.adopt_user("editor"):
        assert news.restrictedTraverse("@@iterate_control").checkout_allowed()
        copy = ICheckinCheckoutPolicy(news).checkout(portal.aktuelles)
        portal.aktuelles.manage_delObjects([copy.getId()])

    assert list(bin_.entries("/plone")) == []


def test_after_thirty_days_it_is_gone(make, portal, bin_, monkeypatch):
    _delete(make(title="Alt"))
    now = storage.time()
    monkeypatch.setattr(storage, "time", lambda: now + 20 * DAY)
    _delete(make(title="Jünger"))
    monkeypatch.setattr(storage, "time", lambda: now + 31 * DAY)

    forgotten = getUtility(IPeriodicJob, "empty-bin")(portal)

    assert forgotten == 1
    assert [entry["title"] for _key, entry in bin_.entries("/plone")] == ["Jünger"]
