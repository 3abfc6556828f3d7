"""Links and dates agree."""

import pytest

from dateline.problems import Finding
from dateline.rules import relation_dates as rule
from tests.rules.small import Record, bad, found, good, timeline_of

ATTACK = {"date": "2022-01-05"}


def test_what_follows_cannot_be_earlier() -> None:
    timeline = timeline_of({"attack": ATTACK, "reply": bad(rule)})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "reply",
            ("relations", "follows", 0, "event"),
            "'2022-01-03' cannot come after '2022-01-05'",
            "correct the date that is wrong, or take the link out",
        )
    ]


def test_what_follows_on_the_same_day_is_fine() -> None:
    assert found(rule, timeline_of({"attack": ATTACK, "reply": good(rule)})) == []


def test_the_other_side_of_the_link_is_looked_at_too() -> None:
    timeline = timeline_of(
        {"attack": {**ATTACK, "relations": {"precedes": "reply"}}, "reply": {"date": "2022-01-03"}}
    )

    assert [(one.id, one.message) for one in found(rule, timeline)] == [
        ("attack", "'2022-01-03' cannot come after '2022-01-05'")
    ]


def test_a_vague_date_contradicts_nothing_that_it_allows() -> None:
    assert (
        found(
            rule,
            timeline_of({"attack": ATTACK, "reply": {"date": "2022-01", "relations": {"follows": "attack"}}}),
        )
        == []
    )


@pytest.mark.parametrize(
    ("date", "outside"), [("2022-01-06", True), ("2022-01-02", True), ("2022-01-05", False), ("2022", False)]
)
def test_a_part_lies_within_its_series(date: str, outside: bool) -> None:  # noqa: FBT001  # a table's column
    timeline = timeline_of(
        {"series": {"date": "2022-01-03/2022-01-05"}, "a": {"date": date, "relations": {"part_of": "series"}}}
    )

    message = f"'{date}' lies outside the series, which is dated '2022-01-03/2022-01-05'"
    assert [one.message for one in found(rule, timeline)] == [message] * outside


def anniversary(date: str, ordinal: str) -> Record:
    return {"date": date, "relations": {"anniversary_of": {"event": "death", "ordinal": ordinal}}}


def test_an_ordinal_that_the_years_contradict_is_found() -> None:
    timeline = timeline_of({"death": {"date": "2020-01-03"}, "rally": anniversary("2022-01-03", "3")})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "rally",
            ("relations", "anniversary_of", 0, "event"),
            "between '2020-01-03' and '2022-01-03' there are not 3 years",
            "correct ordinal: how many years later it is",
        )
    ]


@pytest.mark.parametrize(("ordinal", "wrong"), [("569", 0), ("568", 1), ("570", 1), ("586", 0), ("587", 1)])
def test_after_centuries_each_calendar_has_its_own_ordinal(ordinal: str, wrong: int) -> None:
    timeline = timeline_of({"death": {"date": "1453-05-29"}, "rally": anniversary("2022-05-29", ordinal)})

    assert len(found(rule, timeline)) == wrong


@pytest.mark.parametrize(
    ("date", "ordinal"),
    [("2022-01-03", "2"), ("2021-12-31", "2"), ("2022", "2"), ("2052-01-15", "33"), ("2022-01-03/..", "9")],
)
def test_an_anniversary_may_be_some_days_off_or_go_by_another_calendar(date: str, ordinal: str) -> None:
    timeline = timeline_of({"death": {"date": "2020-01-03"}, "rally": anniversary(date, ordinal)})

    assert found(rule, timeline) == []
