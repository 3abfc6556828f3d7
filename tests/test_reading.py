"""What was kept of an event is used as long as it holds; what does not hold is made anew, and no more."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline import reading
from dateline.examine import Examined, Examiner, examine
from dateline.load import EventFiles, load
from dateline.mentions import Reach
from dateline.reading import Reading, read_events
from dateline.records import gather
from dateline.setting import Setting
from dateline.states import SECOND_NS
from dateline.store import Store
from dateline.workers import open_workers
from tests.samples import EVENT, SITE, site_of

PLACES = "raqqa: {name: Raqqa}\nmosul: {name: Mosul}\n"
FILES = {
    "places.yaml": PLACES,
    "events/fire.yaml": EVENT + "place: raqqa\n",
    "events/flood.yaml": EVENT,
    "events/flood.ar.yaml": "of: flood\nlang: ar\ntitle: B\n",
    "events/bad.yaml": "title: a: b\n",
    "events/gone.yaml": EVENT + "place: nowhere\n",
}
Read = Callable[[], Reading]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of events in the order in which they are examined."""
    found: list[str] = []

    def noted(examiner: Examiner, files: EventFiles) -> Examined:
        found.append(files.id)
        return examine(examiner, files)

    monkeypatch.setattr(reading, "examine", noted)
    return found


@pytest.fixture
def read(tmp_path: Path, looked_at: list[str]) -> Iterator[Read]:
    """Reads the events of a site, each time with what was kept, long after the files were written."""
    site_of(tmp_path, FILES)
    store = Store(tmp_path / "cache", "engine")

    def again() -> Reading:
        looked_at.clear()
        content = load(tmp_path)
        records = gather(content)
        assert records.site is not None
        setting = Setting(records.site, records.registry)
        examiner = Examiner(content.folder, setting, {}, [], "", Reach(setting))
        with open_workers(jobs=1) as workers:
            return read_events(content.events, examiner, store, workers, time.time_ns() + 10 * SECOND_NS)

    yield again
    store.close()


def test_events_come_by_id_with_their_problems_and_digests(read: Read) -> None:
    found = read()

    assert list(found.rows) == ["fire", "flood", "gone"]
    assert [(one.path, one.code.name) for one in found.problems] == [
        ("content/events/bad.yaml", "yaml-syntax")
    ]
    assert {ident: [one.code.name for one in ones] for ident, ones in found.findings.items()} == {
        "gone": ["unresolved-id"],
        "flood": ["language-list"],
    }
    assert found.broken == {"bad"}
    assert found.digests.keys() == {f"content/{path}" for path in FILES if path.startswith("events/")}
    assert all(row.index_key for row in found.rows.values())
    assert found.examined == 4


def test_nothing_is_examined_twice(read: Read, looked_at: list[str]) -> None:
    first = read()
    assert sorted(looked_at) == ["bad", "fire", "flood", "gone"]

    second = read()

    assert looked_at == []
    assert second.examined == 0
    assert [second.rows.keys(), second.problems, second.findings, second.digests, second.broken] == [
        *(first.rows.keys(), first.problems, first.findings, first.digests, first.broken),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("events/fire.yaml", EVENT + "place: mosul\n"), ["fire"]),
        (("events/fire.yaml", FILES["events/fire.yaml"]), []),
        (("events/flood.ar.yaml", "of: flood\nlang: ar\ntitle: C\n"), ["flood"]),
        (("events/flood.fa.yaml", "of: flood\nlang: fa\ntitle: C\n"), ["flood"]),
        (("events/new.yaml", EVENT), ["new"]),
        (("places.yaml", PLACES.replace("Raqqa", "Rakka")), ["bad", "fire", "flood", "gone"]),
        (("places.yaml", PLACES.replace("Mosul", "Mossul")), ["bad", "flood", "gone"]),
        (("places.yaml", PLACES + "nowhere: {name: X}\n"), ["bad", "flood", "gone"]),
        (("site.yaml", SITE + "lang: ar\n"), ["bad", "fire", "flood", "gone"]),
    ],
)
def test_what_does_not_hold_is_made_anew_and_no_more(
    read: Read, looked_at: list[str], tmp_path: Path, change: tuple[str, str], expected: list[str]
) -> None:
    read()
    site_of(tmp_path, dict([change]))

    found = read()

    assert sorted(looked_at) == expected
    assert found.examined == len(expected)


def test_an_event_that_went_away_is_forgotten(read: Read, looked_at: list[str], tmp_path: Path) -> None:
    read()
    (tmp_path / "content/events/fire.yaml").unlink()
    assert "fire" not in read().rows
    site_of(tmp_path, {"events/fire.yaml": FILES["events/fire.yaml"]})

    assert "fire" in read().rows
    assert looked_at == ["fire"]


def test_it_is_told_how_many_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH", 2)
    content = load(site_of(tmp_path, {f"events/e{number}.yaml": EVENT for number in range(5)}))
    told: list[tuple[int, int]] = []
    store = Store(None, "engine")

    with open_workers(jobs=1) as workers:
        read_events(
            content.events,
            Examiner(content.folder, None, {}, [], "", None),
            store,
            workers,
            time.time_ns(),
            lambda *one: told.append(one),
        )
    store.close()

    assert told == [(2, 5), (4, 5), (5, 5)]
