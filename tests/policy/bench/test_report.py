"""What counts as a goal that is missed."""

from wilma.policy.bench.report import missed
from wilma.policy.bench.report import table

import pytest


FINE = {"status": 200, "ms": 10.0, "loaded": 100, "most_ms": None, "most_times_empty": None}
EMPTY = FINE | {"ms": 1.0}


def _city(**page):
    return {"calls": {"empty view": EMPTY, "page": FINE | page}, "memory": 200}


def test_the_same_in_both_is_fine():
    assert missed(_city(), _city(), 43) == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ({"ms": 13.5}, "1.35 times"),
        ({"status": 404}, "404 in L"),
        ({"ms": 11.0, "most_ms": 10.5}, "11.0 ms"),
        ({"ms": 12.5, "most_times_empty": 12}, "12.5 empty views"),
        ({"loaded": 160}, "loads 160 objects in L and 100 in S"),
    ],
)
def test_each_goal_can_be_missed(page, words):
    (sentence,) = missed(_city(), _city(**page), 43)

    assert words in sentence


def test_an_answer_that_fails_in_both_cities_is_told():
    assert missed(_city(status=500), _city(status=500), 43)


def test_a_logarithm_more_may_be_loaded():
    assert missed(_city(), _city(loaded=150), 43) == []


def test_the_table_has_a_line_for_each_call():
    assert [line.split()[0] for line in table(_city(), _city()).splitlines()[1:3]] == [
        "empty",
        "page",
    ]
