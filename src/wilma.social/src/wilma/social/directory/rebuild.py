"""Writing the roll anew out of the profiles, a batch at a time, by the worker."""

from dataclasses import dataclass
from persistent.mapping import PersistentMapping
from wilma.social import _
from wilma.social.directory.entries import entry_of
from wilma.social.directory.entries import is_shown
from wilma.social.directory.roll import Roll
from wilma.social.outbox.interfaces import IJob
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.people.interfaces import IPerson
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

import time


KIND = "rebuild-directory"
KEY = "wilma.directory.rebuild"
BATCH = 200


@dataclass(frozen=True)
class Progress:
    """How far it is; `changed` counts who was missing on the roll, or stood there wrongly."""

    done: int
    total: int
    changed: int
    started: float
    finished: float | None


def start(site) -> None:
    """Let the worker begin; what an earlier call began is given up."""
    started = time.time()
    IAnnotations(site)[KEY] = PersistentMapping(
        started=started, done=0, total=len(_userids(site)), changed=0, finished=None
    )
    IOutbox(site).put(KIND, {"started": started, "after": ""})


def progress(site) -> Progress | None:
    """How far the last one is, None if there never was one."""
    found = IAnnotations(site).get(KEY)
    return Progress(**found) if found is not None else None


@implementer(IJob)
class RebuildDirectory:
    """One batch, and a job for the next. Doing one twice changes nothing."""

    # Not behind files that are converted: somebody waits. A batch leaves room for mails.
    slow = False
    title = _("Writing the directory of people anew")

    def __call__(self, site, payload, job_id) -> None:
        """See IJob."""
        state = IAnnotations(site).get(KEY)
        if state is None or state["started"] != payload["started"]:
            return
        roll, before = Roll(site), Roll(site).count
        userids = _userids(site)
        batch = [userid for userid in userids if userid > payload["after"]][:BATCH]
        for userid in batch:
            _put_right(site, roll, userid)
        if not batch:
            for userid in roll.userids().difference(userids):
                roll.remove(userid)
            state["finished"] = time.time()
        else:
            IOutbox(site).put(KIND, {"started": payload["started"], "after": batch[-1]})
        state["done"] += len(batch)
        state["changed"] += roll.count - before


def _put_right(site, roll, userid):
    person = site["people"][userid]
    if IPerson.providedBy(person) and is_shown(person):
        roll.put(entry_of(person))
    else:
        roll.remove(userid)
    if not person._p_changed:
        person._p_deactivate()


def _userids(site):
    section = site.get("people")
    return sorted(section.objectIds(ordered=False)) if section is not None else []
