"""People and units: role x item x way of access; nobody is told of whom they may not see.

A disabled person, one that was deleted, a hidden unit and what lies below it are there with words
in every field, and others point at them: a visible unit has the disabled person as its head, and
an active person works in the hidden unit.
"""

from collections import namedtuple
from functools import cache
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from tests.policy.conftest import PASSWORD
from tests.policy.matrix.ways import JSON
from tests.policy.matrix.ways_to_people import ACCOUNTS
from tests.policy.matrix.ways_to_people import DIRECT
from tests.policy.matrix.ways_to_people import EDITORIAL
from tests.policy.matrix.ways_to_people import EMPLOYEES
from tests.policy.matrix.ways_to_people import INDIRECT
from tests.policy.matrix.ways_to_people import ITEMS
from tests.policy.matrix.ways_to_people import LISTS
from tests.policy.matrix.ways_to_people import ROLES
from tests.policy.matrix.ways_to_people import SHOWS_THE_ITEM
from urllib.parse import quote

import io
import PIL.Image
import pytest
import re
import transaction


Item = namedtuple("Item", "name uid path word mark")
MISSING = "nie-dagewesen"


@pytest.fixture
def items(functional_portal):
    """Every item of the table, and the people who ask."""
    portal = functional_portal
    with api.env.adopt_roles(["Manager"]):
        _accounts(portal)
        made = {kind: _make(portal, kind) for kind in ITEMS}
        _point_at_them(portal, made)
        api.content.transition(portal.people[made["disabled"].name], "disable")
        api.content.transition(portal.organisation[made["hidden unit"].name], "hide")
        portal.people.manage_delObjects([made["deleted"].name])
        portal.organisation.manage_delObjects([made["deleted unit"].name])
    transaction.commit()
    return made


def _accounts(portal):
    for name in ROLES[1:]:
        api.user.create(username=name, email=f"{name}@wilma.example", password=PASSWORD)
    api.user.grant_roles(username="intranet_editor", roles=["Intranet Editor"])
    api.user.grant_roles(username="site_admin", roles=["Site Administrator"])
    for section in (portal.people, portal.organisation):
        section.manage_setLocalRoles("keeper", ["Editor"])
        section.reindexObjectSecurity()


def _make(portal, kind):
    section, word, mark, _who = ITEMS[kind]
    container = portal.unrestrictedTraverse(section)
    name = word.lower().translate({246: "oe", 252: "ue"})
    if section == "people":
        content = _person(container, name, word, mark)
    else:
        content = _unit(container, name, word, mark)
    path = "/".join(content.getPhysicalPath()[2:])
    return Item(name, content.UID(), f"/{path}", word, mark)


def _person(container, name, word, mark):
    picture = io.BytesIO()
    PIL.Image.new("RGB", (300, 300), "navy").save(picture, "PNG")
    # Not by plone.api: "function" is a word of its own there.
    return createContentInContainer(
        container,
        "Person",
        id=name,
        given_name=mark,
        family_name=word,
        academic_title=mark,
        function=f"{word} {mark}",
        email=f"{name}@wilma.example",
        office=mark,
        phone=mark,
        mobile=mark,
        topics=(word, mark),
        about=f"{word} {mark}",
        portrait=NamedBlobImage(picture.getvalue(), filename="bild.png"),
    )


def _unit(container, name, word, mark):
    unit = api.content.create(
        container,
        "OrgUnit",
        f"alt-{name}",
        title=f"{word} {mark}",
        short_name=mark,
        description=f"{word} {mark}",
        phone=mark,
        address=mark,
    )
    transaction.savepoint()
    return api.content.rename(unit, name)


def _point_at_them(portal, made):
    """A unit with the disabled person as head, and a person in the hidden unit."""
    unit = api.content.create(portal.organisation, "OrgUnit", "zeigt-alles", title="Zeigt")
    unit.head = made["disabled"].name
    unit.reindexObject()
    person = api.content.create(
        portal.people, "Person", "zeigt.alles", family_name="Zeigt", unit=made["hidden unit"].uid
    )
    portal.people[made["disabled"].name].unit = unit.UID()
    portal.people["employee"].unit = made["below hidden"].uid
    for content in (person, portal.people[made["disabled"].name], portal.people["employee"]):
        content.reindexObject()


@pytest.fixture
def visit(visit):
    """As of the other matrix, but each address is asked once: many say nothing of the item."""
    return cache(visit)


def test_its_own_address_tells_only_who_may_see_it(items, visit):
    faults = [
        (kind, role, way, answer[:2])
        for kind, item in items.items()
        for role in set(ROLES) - ITEMS[kind][3]
        for way, (suffix, accept) in DIRECT.items()
        for answer in [visit(role, item.path + suffix, accept)]
        for missing in [visit(role, _beside(item.path) + suffix, accept)]
        if item.mark in _text(answer) or not _same(answer, item.name, missing)
    ]

    assert faults == []


def test_who_may_see_it_gets_it(items, visit):
    faults = [
        (kind, role, way, answer[:2])
        for kind, item in items.items()
        for role in ITEMS[kind][3]
        for way in SHOWS_THE_ITEM
        for answer in [visit(role, item.path + DIRECT[way][0], DIRECT[way][1])]
        if answer[0] != 200 or item.mark not in _text(answer)
    ]

    assert faults == []


def test_no_other_address_tells_of_it(items, visit):
    faults = [
        (kind, role, way, answer[:2])
        for kind, item in items.items()
        for role in set(ROLES) - ITEMS[kind][3]
        for way, (path, accept) in INDIRECT.items()
        if not _is_theirs(kind, role, way)
        for answer in [visit(role, _filled(path, item), accept)]
        if item.mark in _text(answer) or item.path in answer[1]
    ]

    assert faults == []


def _is_theirs(kind, role, way):
    """Who may put back what was deleted looks into the bin."""
    return kind == "deleted unit" and role in EDITORIAL and way == "bin of units"


def test_lists_have_who_may_be_seen(items, visit):
    faults = [
        (kind, role, way, answer[0])
        for kind, ways in LISTS.items()
        for role in EMPLOYEES
        for way in ways
        for answer in [visit(role, _filled(INDIRECT[way][0], items[kind]), INDIRECT[way][1])]
        if items[kind].mark not in _text(answer)
    ]

    assert faults == []


def test_no_way_breaks(items, visit):
    """A way that answers with an error of the server tells nothing, and proves nothing."""
    faults = [
        (kind, role, way, answer[0])
        for kind in ("active", "unit")
        for role in ("employee", "site_admin")
        for way, (path, accept) in _all_ways(items[kind]).items()
        for answer in [visit(role, path, accept)]
        if answer[0] >= 500
    ]

    assert faults == []


def test_accounts_are_listed_to_administrators_alone(items, visit):
    faults = [
        (role, way, answer[0])
        for role in ("employee", "keeper")
        for way in ACCOUNTS
        for answer in [visit(role, _filled(INDIRECT[way][0], items["active"]), JSON)]
        if answer[0] == 200 and items["active"].mark in _text(answer)
    ]

    assert faults == []


def _all_ways(item):
    direct = {f"direct: {way}": (item.path + suffix, a) for way, (suffix, a) in DIRECT.items()}
    return direct | {way: (_filled(path, item), a) for way, (path, a) in INDIRECT.items()}


def _filled(path, item):
    return path.format(word=quote(item.word), name=item.name, uid=item.uid)


def _beside(path):
    return f"{path.rpartition('/')[0]}/{MISSING}"


def _text(answer):
    return answer[2].decode("utf-8", "replace")


def _same(answer, name, missing):
    return _neutral(answer, name) == _neutral(missing, MISSING)


def _neutral(answer, name):
    status, location, _body = answer
    # Form tokens are new in every page.
    text = re.sub(r"\b[0-9a-f]{40}\b", "", _text(answer))
    return status, location.replace(name, ""), text.replace(name, "")
