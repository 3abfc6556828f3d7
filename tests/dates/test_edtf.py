"""What follows from a date: order, overlap, distance."""

import pytest

from dateline.dates import Day, Kind, Precision, before, days_apart, overlaps, parse


def in_order(*texts: str) -> list[str]:
    return sorted(texts, key=lambda text: parse(text).sort_key)


def test_earlier_comes_first_then_precise_before_vague() -> None:
    texts = ["2021-12-31", "2022-01-05", "2022-01-05/2022-01-07", "2022-01-05/..", "2022-01-06"]

    assert in_order(*reversed(texts)) == texts


def test_the_finer_of_two_dates_with_equal_bounds_comes_first() -> None:
    texts = ["2022-01-01/2022-01-31", "2022-01", "2022-01-XX"]

    assert in_order(*reversed(texts)) == texts


def test_seasons_of_a_year_keep_their_order_before_the_year() -> None:
    texts = ["2001-21", "2001-22", "2001-23", "2001-24", "2001"]

    assert in_order(*reversed(texts)) == texts


def test_an_open_start_stands_at_its_last_day_ahead_of_that_day() -> None:
    texts = ["2022-01-04", "[..2022-01-05]", "2022-01-05"]

    assert in_order(*reversed(texts)) == texts
    assert parse("../2022-01-05").anchor == Day(2022, 1, 5)


def test_deep_time_sorts_before_bce_before_ce() -> None:
    texts = ["Y-170000002", "-0043-03-15", "0000", "0004", "1984", "Y170000002"]

    assert in_order(*reversed(texts)) == texts


def test_a_qualifier_does_not_count_in_the_order() -> None:
    assert parse("2022-01-05").sort_key == parse("2022-01-05%").sort_key


def test_one_date_is_before_another_only_when_it_is_over_first() -> None:
    assert before(parse("2022-01-04"), parse("2022-01-05"))
    assert not before(parse("2022-01"), parse("2022-01-05"))
    assert not before(parse("2022-01-04/.."), parse("2023"))
    assert not before(parse("2021"), parse("../2022"))


def test_dates_overlap_when_they_can_touch_one_day() -> None:
    assert overlaps(parse("2022-01"), parse("2022-01-31/2022-02-02"))
    assert overlaps(parse("2022-01-04/.."), parse("2030"))
    assert not overlaps(parse("2022-01-04"), parse("2022-01-05"))


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2022-01-05", "2022-01-05", 0),
        ("2022-01-05", "2022-01-06", 1),
        ("2022-03-01", "2022-02-28", 1),
        ("2020-02-28", "2020-03-01", 2),
        ("2022-01", "2022-01-20", 0),
        ("0000-12-31", "0001-01-01", 1),
    ],
)
def test_the_distance_is_the_least_number_of_days(one: str, other: str, days: int) -> None:
    assert days_apart(parse(one), parse(other)) == days
    assert days_apart(parse(other), parse(one)) == days


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2022-01-05", Precision.DAY),
        ("2022-01", Precision.MONTH),
        ("2022-01-XX", Precision.MONTH),
        ("2001-21", Precision.SEASON),
        ("2022", Precision.YEAR),
        ("2022-XX-XX", Precision.YEAR),
        ("196X", Precision.DECADE),
        ("19XX", Precision.CENTURY),
        ("2004-02-01/2005", Precision.YEAR),
        ("2022-01-04/..", Precision.DAY),
        ("[1667,1760-12]", Precision.YEAR),
    ],
)
def test_the_precision_is_what_is_known_or_the_coarser_end(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


def test_an_unspecified_day_is_told_from_an_absent_one() -> None:
    assert parse("2022-01").unspecified is None
    assert parse("2022-01-XX").unspecified is Precision.DAY
    assert parse("2022-XX-XX").unspecified is Precision.DAY
    assert parse("2022-XX?").unspecified is Precision.MONTH
    assert parse("-0043-XX").unspecified is Precision.MONTH


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2022", False, False),
        ("2022?", True, False),
        ("2022~", False, True),
        ("2022%", True, True),
        ("1984?/2004~", True, True),
    ],
)
def test_qualifiers_are_told_apart(text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001  # a table
    assert (parse(text).uncertain, parse(text).approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2022-01-04/..", {"open_end"}),
        ("2022-01-04/", {"unknown_end"}),
        ("../2022-01-05", {"open_start"}),
        ("/2022-01-05", {"unknown_start"}),
        ("[..2022-01-05]", {"open_start"}),
        ("[2022-01-04..]", {"open_end"}),
        ("2022-01-03/2022-01-05", set()),
        ("2022-01-05", set()),
    ],
)
def test_open_ends_are_told_from_unknown_ends(text: str, flags: set[str]) -> None:
    names = {"open_start", "open_end", "unknown_start", "unknown_end"}

    assert {name for name in names if getattr(parse(text), name)} == flags


def test_an_interval_has_ends_and_a_set_has_members() -> None:
    interval, several = parse("1984~/2004-06"), parse("[1667,1668,1670..1672]")

    assert interval.kind is Kind.INTERVAL
    assert interval.start == parse("1984~")
    assert interval.end == parse("2004-06")
    assert several.kind is Kind.SET
    assert [member.text for member in several.members] == ["1667", "1668", "1670..1672"]
    assert several.members[2].end == parse("1672")


def test_a_season_has_its_number() -> None:
    assert parse("2001-23~").season == 23
    assert parse("2001-11").season is None
