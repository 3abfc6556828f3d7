"""Out of a site in each format and in again, an event is the same in all that the format can carry.

What each format carries is said once, in `dateline.carried`; two events are the same where their flat
records are.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.carried import CARRIED, POINT
from dateline.checking import check
from dateline.document import Document, read
from dateline.document.decoding import UNSAFE
from dateline.flat import flat
from dateline.importers import csv, geojson, ical, markdown, timelinejs
from dateline.importers import dateline as own
from dateline.incoming import Found, Given, Imported
from dateline.json_text import encode
from dateline.landing import landings
from dateline.models import Event
from dateline.outputs import calendar, features, listing, table
from dateline.outputs import timelinejs as slides
from dateline.timeline import Timeline
from tests.importers.reading import FILES, imported, mapping_in
from tests.nasty import NASTY
from tests.outputs.planning import planned
from tests.outputs.slices_of import every_slice
from tests.properties.test_dates import dates
from tests.rules.small import EVENT, indexed, timeline_of

FORMATS: Mapping[str, tuple[ModuleType, ModuleType]] = {
    "events.csv": (table, csv),
    "events.json": (listing, own),
    "events.geojson": (features, geojson),
    "calendar.ics": (calendar, ical),
    "timelinejs.json": (slides, timelinejs),
}
every_format = pytest.mark.parametrize("file", FORMATS)

# A fold in a letter of several bytes, escapes of iCalendar, formulas, marks that show nothing.
SIGNS = "\\;,n\n\t'\"=+-@<>&:ab é\u0301\u202e\u2067\u200b\u200d\uff1d👩—ش"
TEXTS = (
    *(*NASTY, "'=1+1", "''=1", "' =1", "a\\nb\\,c\\;d\\\\", "\\", ";", "; ", "a; b", ";;", "__proto__"),
    *("=1;=2", "\u2067مرحبا\u2069 \u202ex", "👩‍👩‍👧" * 30, "é" * 80, "e\u0301", "\u00e9", "W" * 119),
    *("a\tb", "BEGIN:VEVENT\nEND:VEVENT\n x", "&#x27;&amp;lt;", "0x10", "1e5", "2022-01-05", "true", "null"),
)
DATES = (
    *("2022-01-05", "2022-01-03/2022-01-05", "2022-01", "2022", "2022-01-05?", "2022-01~", "2022%", "196X"),
    *("18XX", "2022-22", "2022-01-04/..", "../2022-01-04", "2022-01-04/", "[2022-01-03..2022-01-05]"),
    *("[1667,1668]", "[..1800]", "-0043-03-15", "0000", "-0043", "-0499/-0399", "Y-170000002", "Y12000"),
    *("9999-12-31", "9999-12-30/9999-12-31", "0001-01-01", "2020-02-28/2020-02-29", "2021-XX-XX"),
)
texts = st.one_of(st.sampled_from(TEXTS), st.text(SIGNS, max_size=60), st.text(max_size=60))


def clean(text: str, most: int = 5_000) -> str:
    """A text that an event can hold; a line feed is its only line break."""
    plain = UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain[:most].strip() or "x"


def out_and_in(timeline: Timeline, file: str) -> tuple[Timeline, Imported]:
    """The timeline of the events that come back by a file, and what the importer made."""
    output, importer = FORMATS[file]
    made = importer.read(Given(((file, planned(output, timeline)[file]),)))
    assert isinstance(made, Imported)
    return indexed(timeline.setting, events_of(made.found)), made


def events_of(found: Iterable[Found]) -> dict[str, Event]:
    """The events in the files that an import writes, by id."""
    events = {}
    for landing in landings(found, [], []):
        document = read(landing.path, landing.text.encode())
        assert isinstance(document, Document), document
        events[Path(landing.path).stem] = Event.model_validate(document.data)
    return events


def carried(timeline: Timeline, file: str) -> dict[str, dict[str, Any]]:
    """What the file can carry of each event that it can hold."""
    return {
        entry.id: {name: told[name] for name in CARRIED[file] if can_carry(name, told)}
        for entry in timeline.entries
        if file != "calendar.ics" or calendar.days(entry.date)
        for told in [flat(entry, timeline.registry, None)]
    }


def can_carry(name: str, told: Mapping[str, Any]) -> bool:
    """Whether a column comes back: a point that is a place's own, sources of one kind."""
    if name in POINT:
        return told["position_of"] is None or told["position_of"] in told["places"]
    return name != "sources" or not told["source_ids"]


def assert_same(timeline: Timeline, file: str) -> None:
    """Out and in, and out and in again, each event is the same."""
    once, made = out_and_in(timeline, file)

    assert carried(once, file) == carried(timeline, file)
    assert [one for one in made.left if one.whole] == []
    assert not made.problems
    assert any(one.why.startswith("events stand here in short") for one in made.left) == bool(made.found)
    again, _ = out_and_in(once, file)
    assert carried(again, file) == carried(once, file)


@pytest.fixture(scope="module")
def repository_timeline(repository: Path) -> Timeline:
    """The timeline of this repository."""
    found = check(repository).timeline
    assert found is not None
    return found


def test_the_formats_are_those_of_which_it_is_said_what_they_carry() -> None:
    assert FORMATS.keys() == CARRIED.keys()


@every_format
def test_the_timeline_of_this_repository_comes_back(file: str, repository_timeline: Timeline) -> None:
    assert_same(repository_timeline, file)


@every_format
def test_dates_and_places_of_every_kind_come_back(file: str) -> None:
    assert_same(every_slice(), file)
    assert_same(timeline_of({f"e{number}": {"date": date} for number, date in enumerate(DATES)}), file)


@every_format
def test_hostile_texts_come_back(file: str) -> None:
    assert_same(
        timeline_of({f"e{number}": hostile(text, text, text) for number, text in enumerate(TEXTS)}), file
    )


def hostile(title: str, text: str, place: str) -> dict[str, Any]:
    """An event of these texts."""
    named = {"name": clean(place, 300)}
    return {
        "title": clean(title, 120),
        "summary": clean(text),
        "places": [named, {"name": clean(text, 300), "lat": "35.1", "lon": "-40", "uncertainty_m": "5"}],
        "sources": [{"title": clean(title, 300)}, {"title": clean(place, 300)}],
        "tags": ["wall", "شلعوم"],
        "time": "~04:30",
        "timezone": "Asia/Baghdad",
    }


@settings(max_examples=25)
@given(texts, texts, texts, dates)
def test_whatever_the_texts_and_the_date_an_event_comes_back(
    title: str, text: str, place: str, date: str
) -> None:
    timeline = timeline_of({"a": {**hostile(title, text, place), "date": date}})

    for file in FORMATS:
        assert_same(timeline, file)


def from_files() -> dict[str, Imported]:
    """What each importer makes of its files."""
    maps = {name: mapping_in(csv.propose(given_of(name))) for name in ("acled.csv", "ucdp.csv")}
    return {
        "csv": imported(csv, "acled.csv", maps["acled.csv"]),
        "csv, of UCDP": imported(csv, "ucdp.csv", maps["ucdp.csv"]),
        "geojson": imported(geojson, "features.geojson"),
        "ical": imported(ical, "calendar.ics"),
        "timelinejs": imported(timelinejs, "new.csv"),
        "cosmological": imported(timelinejs, "cosmological.json"),
        "markdown": imported(markdown, "posts/well.md"),
        "dateline": imported(own, "event.json"),
    }


def given_of(name: str) -> Given:
    """A file here, as an importer is given it."""
    return Given(((name, (FILES / name).read_bytes()),))


@every_format
@pytest.mark.parametrize("origin", from_files())
def test_what_came_in_by_one_format_comes_back_by_another(origin: str, file: str) -> None:
    events = events_of(from_files()[origin].found)
    assert events
    assert_same(indexed(timeline_of().setting, events), file)


@settings(max_examples=25)
@given(texts, dates)
def test_the_record_of_an_event_comes_back_whole(text: str, date: str) -> None:
    typed = {**EVENT, **hostile(text, text, text), "date": date, "body": clean(text)}
    event = Event.model_validate(typed)
    before = indexed(timeline_of().setting, {"a": event})
    record = {"id": "a", **before.exported(before.entries[0])}
    made = own.read(Given((("a.json", encode(record)),)))
    after = indexed(before.setting, events_of(made.found))

    assert after.exported(after.entries[0]) == before.exported(before.entries[0])
