"""Long lists are cut by time: no page grows without bound, and nothing falls between two pages."""

from typing import Any

from dateline import shelves
from dateline.shelves import MOST, Shelf
from tests.rules.small import timeline_of


def list_of(dates: list[str]) -> list[Shelf]:
    """The pages of a list of events with these dates."""
    events: dict[str, dict[str, Any]] = {f"e{number}": {"date": date} for number, date in enumerate(dates)}
    return list(shelves.shelves(timeline_of(events).entries, "places/x.html"))


def ids(found: Shelf) -> set[str]:
    return {card.id for group in found.chronology for card in group.cards}


def test_a_short_list_is_one_page() -> None:
    found = list_of(["2022-01-05"] * 3)

    assert [(shelf.address, shelf.listed.parts, len(ids(shelf))) for shelf in found] == [
        ("places/x.html", (), 3)
    ]


def test_a_long_list_has_a_page_for_each_year_and_keeps_what_is_vaguer() -> None:
    found = list_of([f"{1900 + number}-05-01" for number in range(MOST)] + ["190X", "1950-05-02"])

    assert ids(found[0]) == {f"e{MOST}"}
    assert [part.address for part in found[0].listed.parts][:2] == [
        "places/x/1900.html",
        "places/x/1901.html",
    ]
    assert [part.count for part in found[0].listed.parts if part.address == "places/x/1950.html"] == [2]


def test_a_full_year_is_cut_into_months_and_a_full_month_into_days() -> None:
    found = list_of(["2022-01-05"] * (MOST + 1) + ["2022-01", "2022", "2021-12-31"])

    assert [shelf.address for shelf in found] == [
        "places/x.html",
        "places/x/2021.html",
        "places/x/2022.html",
        "places/x/2022-01.html",
        "places/x/2022-01-05.html",
        f"places/x/2022-01-05/from-{MOST + 1}.html",
    ]
    assert ids(found[2]) == {f"e{MOST + 2}"}
    assert ids(found[3]) == {f"e{MOST + 1}"}


def test_a_set_of_files_is_cut_like_a_list_at_its_own_measure() -> None:
    timeline = timeline_of({"a": {"date": "2021"}, "b": {"date": "2022"}, "c": {"date": "202X"}})

    found = list(shelves.shelves(timeline.entries, "timeline.json", most=2))

    assert [(shelf.address, shelf.count) for shelf in found] == [
        ("timeline.json", 3),
        ("timeline/2021.json", 1),
        ("timeline/2022.json", 1),
    ]
    assert [(part.key, part.date.text, part.address, part.count) for part in found[0].listed.parts] == [
        ("2021", "2021", "timeline/2021.json", 1),
        ("2022", "2022", "timeline/2022.json", 1),
    ]
    assert [sorted(ids(shelf)) for shelf in found] == [["c"], ["a"], ["b"]]


def test_every_event_is_on_a_page_and_no_page_but_a_day_is_too_long() -> None:
    dates = [f"2022-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(400)]
    found = list_of([*dates, "-0043-03-15", "2021-06-01/2022-02-01"])

    assert set().union(*map(ids, found)) == {f"e{number}" for number in range(402)}
    assert all(len(ids(shelf)) <= MOST for shelf in found)


def test_what_no_period_can_cut_goes_on_to_further_pages() -> None:
    found = list_of(["2022-01-05"] * (2 * MOST + 1) + ["19XX"] * (MOST + 1))

    assert [(shelf.address, len(ids(shelf))) for shelf in found] == [
        ("places/x.html", MOST),
        (f"places/x/from-{MOST + 1}.html", 1),
        ("places/x/2022.html", 0),
        ("places/x/2022-01.html", 0),
        ("places/x/2022-01-05.html", MOST),
        (f"places/x/2022-01-05/from-{MOST + 1}.html", MOST),
        (f"places/x/2022-01-05/from-{2 * MOST + 1}.html", 1),
    ]
    assert [bool(shelf.listed.parts) for shelf in found] == [True, False, True, True, False, False, False]
    assert len(set().union(*map(ids, found))) == 3 * MOST + 2


def test_a_further_page_knows_all_pages_of_its_events() -> None:
    _, _, _, first, second = list_of(["2022-01-05"] * (MOST + 1))

    assert first.listed.stretches == second.listed.stretches
    assert [(one.first, one.last) for one in second.listed.stretches] == [(1, MOST), (MOST + 1, MOST + 1)]
    assert second.listed.here == second.listed.stretches[1]
    assert second.goes_on
    assert not first.goes_on
