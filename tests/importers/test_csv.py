"""A table: by its mapping, in the shapes of ACLED and UCDP, with codes of precision kept."""

import pytest

from dateline.importers import csv
from dateline.incoming import Given
from tests.importers.reading import FILES, by_title, imported, left, mapping_in


def proposed(name: str) -> str:
    return csv.propose(Given(((name, (FILES / name).read_bytes()),)))


def test_a_table_shaped_like_acled_goes_by_the_proposed_mapping() -> None:
    made = imported(csv, "acled.csv", mapping_in(proposed("acled.csv")))
    events = by_title(made)

    assert [one.fields["date"] for one in made.found] == [
        *("2022-01-05", "[2022-01-06..2022-01-18]", "2022-01")
    ]
    assert left(made) == set()
    assert [one.origin for one in made.found] == [("acled", f"XYZ{number}") for number in (1, 2, 3)]
    assert events["Peaceful protest, Aldea"]["casualties"] == [{"type": "killed", "low": 0, "high": None}]
    assert events["Mob violence, Aldea"]["casualties"] == [{"type": "killed", "count": 2}]
    assert events["Peaceful protest, Aldea"]["place"] == {
        "name": "Aldea",
        "lat": 35.1,
        "lon": 40.55,
        "uncertainty_m": 10000,
        "precision": "settlement",
    }
    assert events["Other, Northern hills"]["extra"] == {"time_precision": "3", "geo_precision": "3"}


def test_a_table_shaped_like_ucdp_keeps_how_exactly_a_date_is_known() -> None:
    made = imported(csv, "ucdp.csv", mapping_in(proposed("ucdp.csv")))

    assert [one.fields["date"] for one in made.found] == [
        "2022-01-05",
        "[2022-01-03..2022-01-06]",
        "[2022-01-03..2022-01-09]",
        "2022-01",
        "2022",
    ]
    assert not any("time" in one.fields for one in made.found)
    assert made.found[0].fields["casualties"] == [{"type": "killed", "low": 2, "best": 3, "high": 5}]
    assert made.found[4].fields["extra"] == {"date_prec": "5", "where_prec": "6"}


def test_without_a_mapping_a_column_named_like_a_field_is_that_field() -> None:
    made = imported(csv, "a.csv", text='title,date,tag,mood\nIt rains,circa 1540,"Weather, North",grey\n')

    assert by_title(made)["It rains"]["tags"] == ["weather", "north"]
    assert made.found[0].fields["date"] == "1540~"
    assert left(made) == {(2, "mood", False)}


def test_a_day_in_figures_needs_a_stated_order_and_the_line_is_named() -> None:
    text = 'title,date\n"Two\nlines",2022-01-05\nIt rains,03/04/2011\n'
    unstated = imported(csv, "a.csv", text=text)
    stated = imported(csv, "a.csv", mapping_in("order: dmy\n"), text)

    assert left(unstated) == {(4, "date", True)}
    assert [one.fields["date"] for one in stated.found] == ["2022-01-05", "2011-04-03"]


def test_times_places_and_sources_are_carried() -> None:
    text = (
        "title;date;time;place;lat;lon;uncertainty_m;source_title;source_url\n"
        "It rains;2022-01-05;4:30 PM;aldea;35.1;40.5;500;A report;https://example.org/a\n"
        "It snows;2022-01-06 04:30Z;;;35.1;40.5;;;\n"
    )
    made = imported(csv, "a.csv", text=text)
    rains, snows = (one.fields for one in made.found)

    assert (rains["time"], snows["time"], snows["timezone"]) == ("16:30", "04:30", "UTC")
    assert rains["place"] == {"name": "aldea", "lat": 35.1, "lon": 40.5, "uncertainty_m": 500}
    assert rains["sources"] == [{"title": "A report", "url": "https://example.org/a"}]
    assert "place" not in snows
    assert left(made) == {(3, "lat", False)}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("columns: {a: day}\n", 1, "no column can fill 'day'"),
        ("order: dym\n", 1, "'dym' is no order of day, month and year"),
        ("colums: {a: date}\n", 1, "'colums' is not known here"),
        ("always: {titel: x}\n", 1, "'titel' is not known here"),
        ("order: dmy\nvalues:\n  day: {1: a}\n", 3, "no column can fill 'day'"),
    ],
)
def test_a_wrong_mapping_is_told_with_its_line(text: str, line: int, message: str) -> None:
    from dateline.table_map import read_map

    found = read_map("map.yaml", text.encode())

    assert isinstance(found, tuple)
    assert [(one.line, one.message) for one in found] == [(line, message)]


def test_what_a_mapping_says_of_all_is_written_into_each() -> None:
    mapping = mapping_in(
        "columns: {what: title, day: date}\nalways: {verification: unconfirmed, tags: [old]}\n"
    )
    made = imported(csv, "a.csv", mapping, "what,day\nIt rains,2022\n")

    assert made.found[0].fields["verification"] == "unconfirmed"
    assert made.found[0].fields["tags"] == ["old"]


def test_a_table_without_a_date_is_told_once_and_how_to_go_on() -> None:
    made = imported(csv, "a.csv", text="Name,When\nIt rains,2022\nIt snows,2023\n")

    assert [(one.at.line, one.whole, "--guess" in one.hint) for one in made.left] == [(1, True, True)]


@pytest.mark.parametrize(
    "raw", [b"title,date\n\xe9,2022\n", b'title,date\n"open,2022\n', b"", b"title,date\n"]
)
def test_a_table_that_cannot_be_read_gives_no_event_and_no_exception(raw: bytes) -> None:
    assert csv.read(Given((("a.csv", raw),))).found == ()
