"""What a person may choose, and which closed notices are remembered."""

from wilma.social.person_state.interfaces import IPersonState
from wilma.social.person_state.interfaces import IPreferences
from wilma.social.person_state.interfaces import NotOffered

import pytest


@pytest.fixture
def preferences(portal):
    return IPreferences(portal)


def test_nothing_chosen_is_as_the_browser_asks(preferences):
    assert preferences.language("jonas.weber") is None
    assert preferences.colour_mode("jonas.weber") is None


def test_choices_are_the_person_s_own_and_independent(preferences):
    preferences.choose("jonas.weber", language="en", colour_mode="dark")
    preferences.choose("thao.nguyen", language="de")
    preferences.choose("jonas.weber", colour_mode=None)

    assert preferences.language("jonas.weber") == "en"
    assert preferences.colour_mode("jonas.weber") is None
    assert preferences.language("thao.nguyen") == "de"
    assert preferences.colour_mode("thao.nguyen") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "fr"),
        ("language", "DE"),
        ("language", ""),
        ("language", 1),
        ("language", ["de"]),
        ("language", {"de": 1}),
        ("colour_mode", "auto"),
        ("colour_mode", True),
        ("disabled", False),
        ("userid", "thao.nguyen"),
        ("self", "x"),
        ("valid_since", None),
    ],
)
def test_what_is_not_offered_is_refused_and_nothing_is_set(portal, preferences, field, value):
    state = IPersonState(portal)
    state.write("jonas.weber", "valid_since", 5)

    with pytest.raises(NotOffered) as refused:
        preferences.choose("jonas.weber", **{"colour_mode": "dark", field: value})

    assert refused.value.field == field
    assert preferences.colour_mode("jonas.weber") is None
    assert preferences.language("jonas.weber") is None
    assert state.read("jonas.weber", "valid_since") == 5


def test_a_closed_notice_is_closed_for_this_person_alone(preferences):
    preferences.dismiss("jonas.weber", "welcome")

    assert preferences.is_dismissed("jonas.weber", "welcome") is True
    assert preferences.is_dismissed("jonas.weber", "welc") is False
    assert preferences.is_dismissed("thao.nguyen", "welcome") is False


def test_the_newest_two_hundred_are_remembered(portal, preferences):
    for number in range(201):
        preferences.dismiss("jonas.weber", f"n{number}")
    preferences.dismiss("jonas.weber", "n200")

    assert len(IPersonState(portal).read("jonas.weber", "dismissals")) == 200
    assert preferences.is_dismissed("jonas.weber", "n0") is False
    assert preferences.is_dismissed("jonas.weber", "n1") is True
    assert preferences.is_dismissed("jonas.weber", "n200") is True


@pytest.mark.parametrize("key", ["", "x" * 81, None, 1, ["a"]])
def test_what_cannot_be_a_key_is_refused(preferences, key):
    with pytest.raises(NotOffered) as refused:
        preferences.dismiss("jonas.weber", key)

    assert refused.value.field == "key"
