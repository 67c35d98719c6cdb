"""Loading the demo city."""

from collections.abc import Callable
from datetime import datetime
from plone.app.event.base import default_timezone
from wilma.policy.demo import source
from wilma.policy.demo.accounts import add_account
from wilma.policy.demo.content import Builder
from wilma.policy.demo.inbox import read_but_newest
from wilma.policy.demo.mark import mark
from wilma.policy.demo.people import add_units
from wilma.policy.demo.people import fill_profile

import transaction


def load(portal, progress: Callable[[str], None] = print) -> None:
    """Make the people and the content of the demo city and mark the site as one.

    Runs as Manager; the caller commits. Whatever is there already stays as it is, so a second
    run makes nothing. Dates are told from today on.
    """
    now = datetime.now(default_timezone(portal, as_tzinfo=True))
    # The sections first: people have roles in them, and what is in them has people as authors.
    builders = [Builder(portal, section, now) for section in source.sections()]
    made = add_units(portal["organisation"], source.units())
    progress(f"demo: {made} units made")
    made = sum(_add_person(portal, person, now) for person in source.people())
    transaction.savepoint(optimistic=True)
    progress(f"demo: {made} people made")
    for builder in builders:
        builder.build()
        # What was made lies on the disk, not in memory, before the next section begins.
        transaction.savepoint(optimistic=True)
        name = builder.folder.getId()
        progress(f"demo: {name}: {builder.made} made, {builder.found} there already")
    if any(builder.made for builder in builders):
        for person in source.people():
            read_but_newest(portal, person["id"])
    mark(portal)


def _add_person(portal, person, now):
    if not add_account(portal, person):
        return False
    fill_profile(portal, person, now)
    return True
