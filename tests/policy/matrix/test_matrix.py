"""Role x state x way of access: nobody is told of an item they may not see.

One item per state, with a word of its own in title, text, picture and file name. Each role goes
every way. Who may not see the item must get, on its own address, the very answer of an address
that never was, and its word nowhere else; who may see it must get it. Data that could leak is
there in every state: related items, an old address, a picture, an entry in the bin.
"""

from tests.policy.matrix.ways import DIRECT
from tests.policy.matrix.ways import EDITORIAL
from tests.policy.matrix.ways import EMPLOYEES
from tests.policy.matrix.ways import INDIRECT
from tests.policy.matrix.ways import LISTS
from tests.policy.matrix.ways import ROLES
from tests.policy.matrix.ways import SHOWS_THE_ITEM
from tests.policy.matrix.ways import STATES

import re


MISSING = "nie-dagewesen"


def test_its_own_address_tells_only_who_may_see_it(items, visit):
    faults = [
        (state, role, way, answer[:2])
        for state, (word, who) in STATES.items()
        for role in set(ROLES) - who
        for way, (suffix, accept) in DIRECT.items()
        for answer in [visit(role, f"/aktuelles/{items[state].name}{suffix}", accept)]
        for missing in [visit(role, f"/aktuelles/{MISSING}{suffix}", accept)]
        if word in _text(answer) or not _same(answer, items[state].name, missing, MISSING)
    ]

    assert faults == []


def test_who_may_see_it_gets_it(items, visit):
    faults = [
        (state, role, way, answer[:2])
        for state, (word, who) in STATES.items()
        for role in who
        for way in SHOWS_THE_ITEM
        for answer in [
            visit(role, f"/aktuelles/{items[state].name}{DIRECT[way][0]}", DIRECT[way][1])
        ]
        if answer[0] != 200 or word not in _text(answer)
    ]

    assert faults == []


def test_no_other_address_tells_of_it(items, visit):
    faults = [
        (state, role, way, answer[:2])
        for state, (word, who) in STATES.items()
        for role in set(ROLES) - who
        for way, (path, accept) in INDIRECT.items()
        if not (state == "deleted" and role in EDITORIAL and way.startswith("bin"))
        for asked in [path.format(word=word, **items[state]._asdict())]
        for answer in [visit(role, asked, accept)]
        if _tells(answer, word, items[state].name)
    ]

    assert faults == []


def test_lists_have_what_may_be_seen(items, visit):
    word, _who = STATES["published"]

    faults = [
        (role, way)
        for role in EMPLOYEES
        for way in LISTS
        for path, accept in [INDIRECT[way]]
        for asked in [path.format(word=word, **items["published"]._asdict())]
        if not _tells(visit(role, asked, accept), word, items["published"].name)
    ]

    assert faults == []


def test_no_way_breaks(items, visit):
    """A way that answers with an error of the server tells nothing, and proves nothing."""
    word, item = STATES["published"][0], items["published"]._asdict()
    asked = {way: (path.format(word=word, **item), a) for way, (path, a) in INDIRECT.items()} | {
        way: (f"/aktuelles/{item['name']}{path}", accept) for way, (path, accept) in DIRECT.items()
    }

    faults = [
        (role, way, answer[0])
        for role in ("employee", "intranet_editor")
        for way, (path, accept) in asked.items()
        for answer in [visit(role, path, accept)]
        if answer[0] >= 500
    ]

    assert faults == []


def _text(answer):
    return answer[2].decode("utf-8", "replace")


def _tells(answer, word, name):
    """Tell whether an answer knows more than the question: what follows the word in the title.

    A redirect tells by its target, unless it goes to the login and repeats the question.
    """
    target = "" if "/login?" in answer[1] else answer[1]
    known = f"{word} im Stadtpark", f"{word}.png", f"Ein {word}", f'aktuelles/{name}"'
    return any(piece in _text(answer) for piece in known) or f"/{name}" in target


def _same(answer, name, missing, missing_name):
    """Tell whether two answers are the same but for the name they repeat."""
    return _neutral(answer, name) == _neutral(missing, missing_name)


def _neutral(answer, name):
    status, location, _body = answer
    # Form tokens are new in every page.
    text = re.sub(r"\b[0-9a-f]{40}\b", "", _text(answer))
    return status, location.replace(name, ""), text.replace(name, "")
