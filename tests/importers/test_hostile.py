"""Whatever the bytes of a file, an importer makes events that can be written, and never raises."""

import json
import re
from functools import cache
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import importers
from dateline.carried import SIGNS
from dateline.discover import modules
from dateline.document import Document, read
from dateline.flat import NAMES
from dateline.importers import csv, dateline, geojson, ical, markdown, timelinejs
from dateline.incoming import Given, problems_of
from dateline.landing import landings
from dateline.models import Event
from dateline.outputs import calendar, features, listing, table
from dateline.outputs import timelinejs as slides
from dateline.table_map import FIELDS, TableMap
from tests.importers.reading import FILES
from tests.nasty import NASTY
from tests.outputs.planning import planned
from tests.outputs.slices_of import every_slice

OUTPUTS = (table, listing, features, calendar, slides)
KEYS = tuple(Event.model_fields)
PROPERTIES = (
    *("DTSTART", "DTSTART;VALUE=DATE", "DTSTART;TZID=Asia/Tokyo", "DTEND", "DTEND;VALUE=DATE", "DURATION"),
    *("DESCRIPTION", "LOCATION", "CATEGORIES", "UID", "URL", "RRULE", "GEO", "STATUS", "BEGIN", "END"),
    *("X-DATELINE-ID", "X-DATELINE-DATE", "X-DATELINE-PLACES", "X-DATELINE-TIME", "RECURRENCE-ID"),
)

EXAMPLES = {
    "csv": ("acled.csv", "ucdp.csv", "excel.csv", "events.csv"),
    "dateline": ("event.json", "events.json"),
    "geojson": ("features.geojson", "shapes.geojson", "events.geojson"),
    "ical": ("zones.ics", "calendar.ics"),
    "markdown": ("posts/well.md", "posts/pump.yaml", "blog/ford.md"),
    "timelinejs": ("new.csv", "old.csv", "slides.json", "timelinejs.json"),
}
every_importer = pytest.mark.parametrize(
    "importer", modules(importers.__name__), ids=lambda module: module.__name__.rpartition(".")[2]
)
bits = st.one_of(
    st.sampled_from([text.encode("utf-8", "surrogatepass") for text in NASTY]), st.binary(max_size=8)
)
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(NASTY)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "year",
                    "month",
                    "day",
                    "text",
                    "headline",
                    "url",
                    "type",
                    "coordinates",
                    "date",
                    "title",
                    "__proto__",
                ]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@cache
def given_out() -> dict[str, bytes]:
    """What a dateline site gives out in each format."""
    timeline = every_slice()
    return {
        name: raw for module in OUTPUTS for name, raw in planned(module, timeline).items() if "/" not in name
    }


def example(name: str) -> bytes:
    """A file that is here, or one that a dateline site gives out."""
    return given_out()[name] if name in given_out() else (FILES / name).read_bytes()


def read_all(importer: ModuleType, name: str, raw: bytes, mapping: TableMap | None = None) -> None:
    """Read, and write what came of it, as text alone; whatever is told has its file and its line."""
    made = importer.read(Given(((name, raw),), mapping or TableMap()))
    lines = len(re.findall(rb"\r\n|\r|\n", raw)) + 1
    for problem in (*made.problems, *problems_of(made.left)):
        assert problem.path == name
        assert 1 <= problem.line <= lines
        assert problem.message
    for landing in landings(made.found, [], []):
        assert isinstance(read("a.yaml", landing.text.encode()), Document)


@every_importer
@given(data=st.data())
def test_a_damaged_file_is_no_exception(importer: ModuleType, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(EXAMPLES[importer.__name__.rpartition(".")[2]]))
    raw = bytearray(example(name))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 12))] = data.draw(bits)
    read_all(importer, name, bytes(raw))


@every_importer
@given(st.binary(max_size=60))
def test_any_bytes_are_no_exception(importer: ModuleType, raw: bytes) -> None:
    read_all(importer, "a.csv", raw)


@settings(max_examples=30)
@given(values, values, values)
def test_any_json_is_no_exception(first: object, second: object, third: object) -> None:
    by_name = {module.__name__.rpartition(".")[2]: module for module in modules(importers.__name__)}
    slide = {
        "start_date": first,
        "end_date": second,
        "text": third,
        "media": first,
        "group": second,
        "x": third,
    }
    dated = {"start_date": {"year": 2012}, "text": {"headline": "a"}, "media": third, "unique_id": first}
    feature = {
        "properties": {"title": "a", "date": "2022", "tags": first, "url": second},
        "geometry": third,
        "id": second,
    }
    timeline = {"events": [slide, dated, first], "eras": second, "title": third, "scale": first}
    read_all(by_name["timelinejs"], "a.json", json.dumps(timeline).encode())
    read_all(by_name["geojson"], "a.json", json.dumps({"features": [feature, first]}).encode())


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from([*NAMES, "positions", "mood"]), values), values)
def test_any_record_that_looks_like_ours_is_no_exception(record: dict[str, object], geometry: object) -> None:
    ours = {"id": "a", "title": "It rains", "date": "2022", **dict.fromkeys(SIGNS, "2022"), **record}
    feature = {"type": "Feature", "geometry": geometry, "properties": ours}
    slide = {"unique_id": "a", "text": {"headline": "It rains"}, "dateline": ours}
    read_all(geojson, "a.json", json.dumps({"features": [feature]}, indent=1).encode())
    read_all(dateline, "a.json", json.dumps({"events": [ours]}, indent=1).encode())
    read_all(timelinejs, "a.json", json.dumps({"events": [slide]}, indent=1).encode())


cells = st.one_of(
    st.sampled_from(
        [*NASTY, "2022", "1/5/2022 0:00", "35.1", "-9e99", "1; 2", "25:00", "\u0662\u0660", "9" * 400]
    ),
    st.text(max_size=8),
)


@given(st.lists(cells, min_size=1, max_size=6), st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6))
def test_any_cells_under_any_mapping_are_no_exception(row: list[str], fields: list[str]) -> None:
    head = [f"c{number}" for number in range(len(row))]
    columns = {name: (field,) for name, field in zip(head, [*fields, *FIELDS], strict=False)}
    rows = [head, row, row[::-1]]
    text = "".join(
        ",".join('"' + one.replace('"', '""') + '"' for one in cells_of) + "\r\n" for cells_of in rows
    )
    mapping = TableMap(columns, made={"date": "2022-01-{c0}", "title": "It {c0}"}, order="dmy")
    for one in (mapping, TableMap(columns), TableMap()):
        read_all(csv, "a.csv", text.encode("utf-8", "surrogatepass"), one)


@given(st.lists(st.tuples(st.sampled_from(PROPERTIES), cells), max_size=8))
def test_any_properties_of_a_calendar_are_no_exception(lines: list[tuple[str, str]]) -> None:
    typed = "".join(f"{name}:{value}\r\n" for name, value in lines)
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n{typed}END:VEVENT\r\nEND:VCALENDAR\r\n"
    read_all(ical, "a.ics", text.encode("utf-8", "surrogatepass"))


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from([*KEYS, "sources", "place", "draft", "url"]), values), max_size=5))
def test_any_front_matter_is_no_exception(pairs: list[tuple[str, object]]) -> None:
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in pairs)
    read_all(markdown, "a.md", f"---\ntitle: a\n{front}---\nText\n".encode("utf-8", "surrogatepass"))
    read_all(markdown, "2022-01-05-a.md", f"---\ntitle: a\n{front}---\n".encode("utf-8", "surrogatepass"))
