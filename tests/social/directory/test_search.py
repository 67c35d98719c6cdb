"""What people type, and whom it finds."""

import pytest


MEIERS = ["carl.maier", "anna.meier", "bea.meyer"]
MUELLERS = ["jo.mueller", "zoe.lind"]


@pytest.mark.parametrize(
    "typed",
    ["Yılmaz", "yilmaz", "YILMAZ", "Yilmas", "yil", "yilmaz amira", "Amira Y", "amira.yilmaz",
     "amira.yilmaz@wilma.example", "Ylimaz", "  yilmaz  "],
)  # fmt: skip
def test_amira_yilmaz_is_found_first(find, typed):
    assert find(typed)[0] == "amira.yilmaz"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Müller", MUELLERS),
        ("Mueller", MUELLERS),
        ("muller", MUELLERS),
        ("MÜLLER", MUELLERS),
        ("Mülelr", MUELLERS),
        ("Lindström", ["zoe.lind"]),
        ("müller lindström", ["zoe.lind"]),
        ("Müller-Lindström", ["zoe.lind"]),
        ("zoe", ["zoe.lind"]),
        ("O'Brien", ["sean.obrien"]),
        ("obrien", ["sean.obrien"]),
        ("o brien", ["sean.obrien"]),
        ("Djuric", ["goran.djuric"]),
        ("Duric", ["goran.djuric"]),
        ("Schahin", ["mehmet.sahin"]),
        ("sahin", ["mehmet.sahin"]),
        ("Kovatschevic", ["ivana.kovacevic"]),
        ("Ince", ["ibrahim.ince"]),
        ("INCE IBRAHIM", ["ibrahim.ince"]),
        ("weiss", ["karl.weiss"]),
        ("Weiß Karl", ["karl.weiss"]),
        ("Karl Weis", ["karl.weiss"]),
        ("לוי", ["ru.levi"]),
        ("Hans", ["hans.vogel"]),
    ],
)
def test_names_are_found_however_they_are_typed(find, typed, found):
    assert find(typed) == found


@pytest.mark.parametrize(
    ("typed", "first"), [("Meier", "anna.meier"), ("Meyer", "bea.meyer"), ("Maier", "carl.maier")]
)
def test_exact_first_then_what_sounds_alike(find, typed, first):
    found = find(typed)

    assert found[0] == first
    assert found[1:] == [userid for userid in MEIERS if userid != first]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("521", ["anna.meier", "bea.meyer"]),
        ("40521", ["anna.meier"]),
        ("+49 89 23340521", ["anna.meier"]),
        ("089 233-40521", ["anna.meier"]),
        ("0171", ["zoe.lind"]),
        ("5550199", ["zoe.lind"]),
        ("52100", ["bea.meyer"]),
        ("999999", []),
    ],
)
def test_a_part_of_a_phone_number_finds_it_extensions_first(find, typed, found):
    assert find(typed) == found


@pytest.mark.parametrize(
    "typed",
    ["wer kümmert sich um Radwege", "Wer kennt sich mit Radwegen aus?", "Radweg", "radwege",
     "who is responsible for Radwege"],
)  # fmt: skip
def test_a_question_finds_who_does_it_and_who_knows_about_it(find, typed):
    assert find(typed) == ["jo.mueller", "lea.kern"]


def test_a_question_does_not_find_its_own_words(find):
    assert find("Wer weiß etwas über Photovoltaik?") == ["amira.yilmaz"]


def test_part_of_a_compound_is_found(find):
    assert "lea.kern" in find("Rad")
    assert find("wer macht Radfahren") == ["lea.kern", "jo.mueller"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("amira klima", ["amira.yilmaz"]),
        ("klima amira", ["amira.yilmaz"]),
        ("rku amira", ["amira.yilmaz"]),
        ("RKU", ["ibrahim.ince", "ivana.kovacevic", "amira.yilmaz"]),
        ("BAU goran", ["goran.djuric"]),
        ("administration", ["karl.weiss"]),
    ],
)
def test_words_of_units_and_functions_narrow_it(find, typed, found):
    assert find(typed) == found


def test_a_unit_covers_the_units_below(find):
    assert find(unit="klima") == ["ibrahim.ince", "ivana.kovacevic", "amira.yilmaz"]
    assert find(unit="energie") == ["amira.yilmaz"]
    assert find(unit="klima", below=False) == ["ibrahim.ince", "ivana.kovacevic"]
    assert find("amira", unit="bau") == ["amira.roth"]
    assert find(unit="no such unit") == []


def test_a_topic_is_meant_as_a_whole(find):
    assert find(topic="radverkehr") == ["lea.kern"]
    assert find(topic="Rad") == []
    assert find("amira", topic="Radverkehr") == []


def test_without_words_everybody_by_family_name(find):
    everybody = find()

    assert len(everybody) == 17
    assert everybody[:3] == ["jonas.adam", "goran.djuric", "ibrahim.ince"]


@pytest.mark.parametrize("typed", ["🎉", "!!!", "'", "-", "@", "...", "@wilma.example"])
def test_signs_alone_find_nobody(find, typed):
    assert find(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["x" * 5000, "müller " * 1000, "'" * 300, '%_*?[](){}\\"', "a\x00b", "\ud800", "１２３",
     "٠١٢"],
)  # fmt: skip
def test_strange_input_finds_and_breaks_nothing(find, typed):
    assert isinstance(find(typed), list)


def test_pages_follow_each_other_and_the_order_is_stable(find):
    everybody = find("e")

    assert [find("e", count=count) for count in range(len(everybody) + 1)] == [
        everybody[:count] for count in range(len(everybody) + 1)
    ]


def test_two_words_of_which_one_fits_nobody_still_help(find):
    assert find("Amira Quittenbaum")[:2] == ["amira.roth", "amira.yilmaz"]
