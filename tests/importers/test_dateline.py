"""The JSON of a dateline site: out and in again, an event is the same."""

import json
import shutil
from pathlib import Path

import pytest

from dateline.checking import check
from dateline.importers import dateline
from tests.importers.reading import imported, left
from tests.samples import run


def test_an_event_comes_without_what_was_worked_out() -> None:
    made = imported(dateline, "event.json")

    assert [one.origin for one in made.found] == [("dateline", "2022-01-05-a-well-is-dug")]
    assert {"id", "url", "worked_out", "external_ids"}.isdisjoint(made.found[0].fields)
    assert left(made) == {(1, "mood", False)}


def test_the_timeline_of_this_repository_comes_back_as_it_was(repository: Path, tmp_path: Path) -> None:
    before = check(repository).timeline
    assert before is not None
    records = [{"id": one.id, **before.exported(one)} for one in before.entries]
    (tmp_path / "timeline.json").write_text(json.dumps({"events": records}))
    site = tmp_path / "site"
    shutil.copytree(repository / "content", site / "content", ignore=shutil.ignore_patterns("events"))
    (site / "content/events").mkdir()

    assert run("import", "dateline", tmp_path / "timeline.json", "--source", site) == 0
    after = check(site).timeline
    assert after is not None
    assert list(after.by_id) == list(before.by_id)
    # A translation is a file of its own and no part of an event's record.
    for one, other in zip(before.entries, after.entries, strict=True):
        was, now = before.exported(one), after.exported(other)
        assert {key: value for key, value in was.items() if key != "translations"} == {
            key: value for key, value in now.items() if key != "translations"
        }


@pytest.mark.parametrize("depth", [12, 400, 900, 100_000])
def test_an_event_that_is_nested_too_deep_is_named(depth: int) -> None:
    deep = '{"a":' * depth + "1" + "}" * depth
    made = imported(dateline, "a.json", text=f'{{"id": "a", "title": "b", "date": "2022", "extra": {deep}}}')

    assert made.found == ()
    assert [one.whole for one in made.left] == [True]


@pytest.mark.parametrize("text", ["3", "{}", '{"events": [1, {"id": "a"}, {"id": "a", "date": "x"}]}', "x"])
def test_a_file_that_is_no_timeline_is_named(text: str) -> None:
    made = imported(dateline, "a.json", text=text)

    assert made.found == ()
    assert made.left
