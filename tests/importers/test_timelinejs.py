"""TimelineJS: both generations of columns, JSON, eras, groups, media, years before our era."""

import json

import pytest

from dateline.importers import timelinejs
from dateline.table_map import TableMap
from tests.importers.reading import by_title, imported, left


def test_the_present_columns_give_their_slides_and_eras() -> None:
    made = imported(timelinejs, "new.csv")
    events = by_title(made)

    assert list(events) == ["Age of wells", "A well is dug", "An aqueduct opens", "Pipes reach the square"]
    assert events["Age of wells"]["date"] == "1890/1920"
    assert events["Age of wells"]["tags"] == ["era"]
    assert events["An aqueduct opens"]["date"] == "-0311"
    assert events["An aqueduct opens"]["body"] == "It crossed *two* valleys."
    assert events["Pipes reach the square"]["body"] == "First line.\nSecond line.\n\n> Clear as glass"
    assert left(made) == {
        (2, "title", False),
        (4, "media thumbnail", False),
        (4, "background", False),
        (6, "start_date", True),
    }


def test_a_slide_with_everything_keeps_it() -> None:
    event = by_title(imported(timelinejs, "new.csv"))["A well is dug"]

    assert event == {
        "title": "A well is dug",
        "date": "1901-05-03",
        "time": "10:30",
        "date_note": "Shown as: about noon",
        "tags": ["wells"],
        "body": "Twelve metres, **by hand**.",
        "sources": [
            {
                "title": "The first well",
                "url": "https://example.org/well.jpg",
                "note": "Credit: Town archive. It shows: Four people beside a hole",
            }
        ],
        "external_ids": {"timelinejs": "b3bbc991b2390f5f"},
    }


def test_the_first_columns_need_a_stated_order() -> None:
    stated = imported(timelinejs, "old.csv", TableMap(order="mdy"))
    unstated = imported(timelinejs, "old.csv")

    assert [one.fields["date"] for one in stated.found] == [
        *("1901-05-03", "1902-05-04/1902-05-06", "1903", "1904/1910")
    ]
    assert [one.fields["date"] for one in unstated.found] == ["1903", "1904/1910"]
    assert {(3, "start_date", True), (4, "start_date", True)} <= left(unstated)


def test_years_of_the_cosmological_scale_stand_as_they_are() -> None:
    dates = [one.fields["date"] for one in imported(timelinejs, "cosmological.json").found]

    assert dates == ["Y-4500000000", "Y-12000"]


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ({"year": -44, "month": 3, "day": 15}, "-0043-03-15"),
        ({"year": "-1"}, "0000"),
        ({"year": -12000}, "Y-11999"),
        ({"year": "2012", "month": "", "day": ""}, "2012"),
        ({"year": 79}, "0079"),
    ],
)
def test_a_negative_year_is_one_before_our_era_as_timelinejs_shows_it(start: object, date: str) -> None:
    text = json.dumps({"events": [{"start_date": start, "text": {"headline": "It happens"}}]})

    assert [one.fields["date"] for one in imported(timelinejs, "a.json", text=text).found] == [date]


@pytest.mark.parametrize(
    "start",
    [{"year": 0}, {"year": "soon"}, {"year": 2012, "day": 3}, {"year": 2012, "month": 21}, {}, None],
)
def test_a_slide_without_a_date_that_is_sure_is_named_and_left(start: object) -> None:
    text = json.dumps({"events": [{"start_date": start, "text": {"headline": "It happens"}}]}, indent=1)
    made = imported(timelinejs, "a.json", text=text)

    assert made.found == ()
    assert left(made) == {(3, "start_date", True)}


def test_a_second_slide_of_one_date_and_headline_has_an_id_of_its_own() -> None:
    slide = {"start_date": {"year": 2012}, "text": {"headline": "It happens"}}
    made = imported(timelinejs, "a.json", text=json.dumps({"events": [slide, slide]}))

    assert len({one.origin for one in made.found}) == 2


@pytest.mark.parametrize("text", ["{", "[]", '{"events": 3}', '{"events": [3, null, "x"]}', "[" * 100_000])
def test_a_file_that_is_no_timeline_is_named(text: str) -> None:
    made = imported(timelinejs, "a.json", text=text)

    assert made.found == ()
    assert all(one.whole for one in made.left)
    assert made.left


def test_each_documented_key_of_a_slide_is_carried_or_named() -> None:
    made = imported(timelinejs, "slides.json")
    bridge = by_title(made)["The first bridge opens"]

    assert bridge["sources"] == [
        {
            "title": "The bridge",
            "url": "https://example.org/bridge.jpg",
            "note": "Credit: Town archive. Title: Plate 3. It shows: A narrow bridge. "
            "Linked to: https://example.org/plate",
        }
    ]
    assert bridge["date_note"] == "Shown as: Early May"
    assert {key for line, key, _ in left(made) if line == 9} == {
        *("start_date second", "start_date display_date", "media thumbnail", "background"),
    }


def test_a_slide_without_a_stated_scale_counts_as_timelinejs_would() -> None:
    slides = [
        {"start_date": {"year": year}, "text": {"headline": "It happens"}} for year in (-4_500_000, -12_000)
    ]
    texts = [json.dumps({"events": some}) for some in (slides, slides[1:])]
    dates = [
        [one.fields["date"] for one in imported(timelinejs, "a.json", text=text).found] for text in texts
    ]

    assert dates == [["Y-4500000", "Y-12000"], ["Y-11999"]]


def test_a_sheet_keeps_its_times_and_figures_with_a_point() -> None:
    first = "Start Date,Headline\n1/5/2022 13:45:00,It rains\n44566,It snows\n"
    present = "Year,Month,Day,Headline\n2022.0,1.0,5.0,It rains\n"
    old = imported(timelinejs, "a.csv", TableMap(order="mdy"), first)

    assert [(one.fields["date"], one.fields["time"]) for one in old.found] == [("2022-01-05", "13:45")]
    assert (3, "start_date", True) in left(old)
    assert imported(timelinejs, "a.csv", text=present).found[0].fields["date"] == "2022-01-05"


def test_a_table_of_other_columns_is_told_once() -> None:
    made = imported(timelinejs, "a.csv", text="title,date\nIt rains,2022\nIt snows,2022\n")

    assert [(one.at.line, one.whole) for one in made.left] == [(1, True)]
