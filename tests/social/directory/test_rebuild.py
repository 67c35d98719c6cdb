"""The roll is written anew out of the profiles."""

from tests.policy.browsers import Browser
from tests.policy.conftest import make_user
from tests.social.directory.conftest import entry
from wilma.social.directory import rebuild
from wilma.social.directory.interfaces import IDirectory
from wilma.social.outbox import store
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import IOutbox
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture
def wrong(portal):
    """Three people, of whom the roll has one not, one under an old name; and somebody unknown."""
    for userid in ("ada", "bob", "cem"):
        make_user(userid)
    directory = IDirectory(portal)
    directory.remove("ada")
    directory.put(entry("bob", "Robert Wrong"))
    directory.put(entry("ghost", "Gustav Ghost"))
    return directory


def work(site):
    """Do the batches as the worker does them, each twice; give how many there were."""
    job, payload, batches = getUtility(IJob, rebuild.KIND), None, 0
    started = rebuild.progress(site).started
    after = ""
    while rebuild.progress(site).finished is None:
        payload = {"started": started, "after": after}
        job(site, payload, 1)
        batches += 1
        following = [u for u in rebuild._userids(site) if u > after][: rebuild.BATCH]
        after = following[-1] if following else after
    return batches


def test_missing_wrong_and_unknown_ones_are_put_right(wrong, portal, monkeypatch):
    monkeypatch.setattr(rebuild, "BATCH", 2)
    rebuild.start(portal)
    assert IOutbox(portal).counts()[rebuild.KIND]["waiting"] == 1

    assert work(portal) == 3

    assert wrong.get("ada").email == "ada@wilma.example"
    assert wrong.get("bob").fullname == portal.people.bob.title
    assert wrong.get("ghost") is None
    progress = rebuild.progress(portal)
    assert (progress.done, progress.total, progress.changed) == (3, 3, 3)


def test_it_does_not_wait_behind_files_that_are_converted(wrong, portal):
    rebuild.start(portal)

    found = store.read(portal)
    quick = [job for shard in store.shards(found, store.QUICK) for job in shard.values() if job]
    assert rebuild.KIND in [kind for kind, _payload, _order in quick]


def test_a_batch_may_be_done_twice(wrong, portal):
    rebuild.start(portal)
    job = getUtility(IJob, rebuild.KIND)
    payload = {"started": rebuild.progress(portal).started, "after": ""}

    job(portal, payload, 1)
    changed = rebuild.progress(portal).changed
    job(portal, payload, 1)

    assert rebuild.progress(portal).changed == changed


def test_an_earlier_rebuild_is_given_up(wrong, portal):
    getUtility(IJob, rebuild.KIND)(portal, {"started": 1.0, "after": ""}, 1)
    assert wrong.get("ghost") is not None

    rebuild.start(portal)
    getUtility(IJob, rebuild.KIND)(portal, {"started": 1.0, "after": ""}, 1)

    assert wrong.get("ghost") is not None
    assert rebuild.progress(portal).done == 0


def test_only_who_manages_users_may_begin_it_and_by_post_with_a_token(functional_portal):
    make_user("employee")
    make_user("site_admin", ("Site Administrator",))
    transaction.commit()
    url = functional_portal.absolute_url()
    employee, admin = Browser(url), Browser(url)
    employee.login("employee")
    admin.login("site_admin")

    assert employee.get("/@@rebuild-directory").status_code == 403
    assert admin.get("/@@rebuild-directory").status_code == 200
    assert admin.post("/@@rebuild-directory", data={}).status_code == 403
    transaction.begin()
    assert rebuild.progress(functional_portal) is None

    token = admin.token("/@@rebuild-directory")
    answer = admin.post("/@@rebuild-directory", data={"_authenticator": token})

    assert answer.status_code in (200, 303)
    transaction.begin()
    assert rebuild.progress(functional_portal).total == len(functional_portal.people.objectIds())
