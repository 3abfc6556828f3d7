"""Whatever the bytes of a file, an importer makes events that can be written, and never raises."""

import json
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import importers
from dateline.discover import modules
from dateline.document import Document, read
from dateline.incoming import Given, problems_of
from dateline.landing import landings
from tests.importers.reading import FILES
from tests.nasty import NASTY

EXAMPLES = {
    "csv": ("acled.csv", "ucdp.csv"),
    "dateline": ("event.json",),
    "geojson": ("features.geojson",),
    "ical": ("calendar.ics",),
    "markdown": ("posts/well.md", "posts/pump.yaml"),
    "timelinejs": ("new.csv", "old.csv", "cosmological.json"),
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
                ["year", "month", "day", "text", "headline", "url", "type", "coordinates", "date", "title"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


def read_all(importer: ModuleType, name: str, raw: bytes) -> None:
    """Read, and write what came of it, as text alone."""
    made = importer.read(Given(((name, raw),)))
    problems_of(made.left)
    for landing in landings(made.found, [], []):
        assert isinstance(read("a.yaml", landing.text.encode()), Document)


@every_importer
@given(data=st.data())
def test_a_damaged_file_is_no_exception(importer: ModuleType, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(EXAMPLES[importer.__name__.rpartition(".")[2]]))
    raw = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 12))] = data.draw(bits)
    read_all(importer, name, bytes(raw))


@every_importer
@given(st.binary(max_size=60))
def test_any_bytes_are_no_exception(importer: ModuleType, raw: bytes) -> None:
    read_all(importer, "a.csv", raw)


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
