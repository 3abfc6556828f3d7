"""Entries stand under the headings of their dates, and long silences are said."""

from typing import Any

from dateline.groups import Chronology, DayGroup, day_address, grouped, heading_day, month_address
from tests.rules.small import timeline_of


def groups(**events: dict[str, Any]) -> tuple[DayGroup, ...]:
    """The headings of a timeline's home page."""
    return grouped(timeline_of(events).entries)


def shape(found: tuple[DayGroup, ...]) -> list[tuple[str, str, list[str]]]:
    """Of each heading, its key, its date and the ids under it."""
    return [(group.key, group.date.text, [card.id for card in group.cards]) for group in found]


def test_events_of_one_day_share_a_heading_with_the_address_of_the_day() -> None:
    found = groups(a={"time": "04:30"}, b={}, c={"date": "2022-01-06"})

    assert shape(found) == [("2022-01-05", "2022-01-05", ["a", "b"]), ("2022-01-06", "2022-01-06", ["c"])]
    assert [group.address for group in found] == ["2022/01/05.html", "2022/01/06.html"]


def test_a_certain_date_heads_a_day_that_others_are_unsure_of() -> None:
    assert shape(groups(a={"date": "2022-01-05?"}, b={})) == [("2022-01-05", "2022-01-05", ["a", "b"])]


def test_a_vague_date_has_a_heading_of_its_own_and_no_day_page() -> None:
    found = groups(
        a={"date": "2022-01"},
        b={"date": "2022-01"},
        c={"date": "[2022-01-03..2022-01-05]"},
        d={"date": "2022"},
    )

    assert [(date, ids) for _, date, ids in shape(found)] == [
        ("2022-01", ["a", "b"]),
        ("2022", ["d"]),
        ("[2022-01-03..2022-01-05]", ["c"]),
    ]
    assert [group.address for group in found] == [None, None, None]


def test_what_lasted_stands_under_its_own_dates() -> None:
    found = groups(a={"date": "2022-01-05/2022-01-06"}, b={})

    assert [(date, ids) for _, date, ids in shape(found)] == [
        ("2022-01-05", ["b"]),
        ("2022-01-05/2022-01-06", ["a"]),
    ]


def test_whole_years_of_silence_are_counted_from_the_last_end() -> None:
    found = groups(
        a={"date": "2010/2015"},
        b={"date": "2011-06-01"},
        c={"date": "2017-03-01"},
        d={"date": "2018-02-28"},
        e={"date": "-0043-03-15"},
    )

    assert [group.gap_years for group in found] == [0, 2052, 0, 1, 0]


def test_every_heading_with_an_address_leads_to_a_day_that_has_a_page() -> None:
    timeline = timeline_of(
        {
            "a": {"date": "2022-01-05"},
            "b": {"date": "2022-01-06?"},
            "c": {"date": "2022-01-06/2022-01-07"},
            "d": {"date": "0001-01-01"},
            "e": {"date": "9999-12-31"},
            "f": {"date": "2022-01-XX"},
            "g": {"date": "2022-01-08", "status": "withdrawn"},
            "h": {"date": "-0043-03-15"},
        }
    )

    addresses = {group.address for group in grouped(timeline.entries) if group.address}

    assert len(addresses) == 4
    assert addresses <= {day_address(key) for key in timeline.groups["day"]}


def test_a_chronology_is_worked_out_when_it_is_shown_and_stands_for_its_cards() -> None:
    def of(*dates: str, title: str = "An event") -> Chronology:
        events = {f"e{number}": {"date": date, "title": title} for number, date in enumerate(dates)}
        return Chronology(timeline_of(events).entries)

    two = of("2022-01-05", "2022-01-06")

    assert len(two) == 2
    assert tuple(two) == grouped(two.entries)
    assert two.key == of("2022-01-05", "2022-01-06").key
    assert len({two.key, of("2022-01-05").key, of("2022-01-05", "2022-01-07").key}) == 3
    assert two.key != of("2022-01-05", "2022-01-06", title="Another").key


def test_an_open_end_ends_no_silence() -> None:
    assert [group.gap_years for group in groups(a={"date": "2010/.."}, b={"date": "2020"})] == [0, 0]


def test_only_a_single_day_heads_a_day() -> None:
    timeline = timeline_of(
        {"a": {"date": "2022-01-05"}, "b": {"date": "2022-01"}, "c": {"date": "-0043-03-15"}}
    )

    assert {ident: heading_day(entry) for ident, entry in timeline.by_id.items()} == {
        "a": "2022-01-05",
        "b": None,
        "c": None,
    }


def test_addresses_of_days_and_months_are_folders_of_time() -> None:
    assert day_address("2022-01-05") == "2022/01/05.html"
    assert month_address("2022-01") == "2022/01.html"


def test_a_day_that_comes_back_after_a_vaguer_date_has_another_key() -> None:
    found = groups(
        a={"date": "2022-01-05", "relations": {"follows": "b"}},
        b={"date": "2022-01-05/2022-01-06"},
        c={"date": "2022-01-05"},
    )

    assert len({group.key for group in found}) == len(found)


def test_a_silence_after_a_decade_is_not_counted_in_years() -> None:
    assert [group.gap_years for group in groups(a={"date": "196X"}, b={"date": "2020"})] == [0, 0]
