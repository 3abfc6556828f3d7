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
    assert made.found[4].fields["extra"] == {"event_clarity": "2", "date_prec": "5", "where_prec": "6"}
    assert [one.fields["type"] for one in made.found[:2]] == ["state_based", "one_sided"]
    assert {key for _, key, _ in left(made)} == {"date_start"}


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


def test_a_row_that_is_too_short_is_told_and_those_after_it_are_read() -> None:
    made = imported(csv, "a.csv", text="title,date,source\nIt rains\nIt snows,2022,A diary\nIt hails,2022\n")

    assert list(by_title(made)) == ["It snows", "It hails"]
    assert left(made) == {(2, "date", True)}


@pytest.mark.parametrize(
    "date",
    [
        "44566",
        "-44",
        "5-Jan",
        "Jan-22",
        "########",
        "5/1/22",
        "#VALUE!",
        "2022.0",
        "0000-00-00",
        "12022-01-01",
    ],
)
def test_a_date_that_a_spreadsheet_spoiled_is_an_error_with_its_line_and_no_other_date(date: str) -> None:
    made = imported(csv, "a.csv", mapping_in("order: dmy\n"), f"title,date\nIt rains,{date}\n")

    assert made.found == ()
    assert [(one.at.line, one.key, one.value) for one in made.left] == [(2, "date", date)]


def test_a_date_in_figures_says_that_an_order_can_be_stated() -> None:
    (one,) = imported(csv, "a.csv", text="title,date\nIt rains,03/04/2011\n").left

    assert one.hint == "write 2011-04-03 or 2011-03-04, or state the order of the file with --order"


def test_a_proposal_says_what_it_lacks() -> None:
    made = csv.propose(Given((("a.csv", b"What,Latitude,Longitude\nIt rains,35,40\n"),)))

    assert "# No column is named like a date" in made
    assert "# No column is named like a title" in made
    assert "# A point needs the radius" in made
    assert "# No" not in proposed("acled.csv") + proposed("ucdp.csv")
    assert "# Types are words of the site's vocabulary" in proposed("acled.csv")


def test_an_apostrophe_of_another_table_stays() -> None:
    made = imported(csv, "a.csv", text="title,date\n'=1+1,2022\n")

    assert list(by_title(made)) == ["'=1+1"]


def test_a_mapping_goes_before_what_a_table_of_a_dateline_site_means() -> None:
    text = "id,title,date,earliest,latest,date_precision\na,'=1,2022,2022-01-01,2022-12-31,year\n"
    ours = imported(csv, "a.csv", text=text)
    mapped = imported(csv, "a.csv", mapping_in("columns: {title: title, date: date}\n"), text)

    assert (list(by_title(ours)), list(by_title(mapped))) == (["=1"], ["'=1"])
