"""German is complete, and says the same as the German of the policy."""

from pathlib import Path
from zope.i18n import translate

import pytest
import re
import wilma.policy
import wilma.theme


ENTRY = re.compile(r'^(#, fuzzy\n)?msgid "(.+)"\nmsgstr "(.*)"', re.M)


def _german(package):
    path = Path(package.__file__).parent / "locales/de/LC_MESSAGES/wilma.po"
    return {msgid: text for _fuzzy, msgid, text in ENTRY.findall(path.read_text())}


def test_every_text_has_a_german_one():
    assert [msgid for msgid, text in _german(wilma.theme).items() if not text] == []


def test_both_packages_translate_alike():
    ours, theirs = _german(wilma.theme), _german(wilma.policy)

    assert {
        m: (ours[m], theirs[m]) for m in ours.keys() & theirs.keys() if ours[m] != theirs[m]
    } == {}


@pytest.mark.usefixtures("portal")
def test_zope_knows_it():
    assert (
        translate("Skip to content", domain="wilma", target_language="de") == "Zum Inhalt springen"
    )
