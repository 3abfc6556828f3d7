# SPDX-License-Identifier: MIT
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import corpus

EVENTS = 300


@pytest.fixture(scope="module")
def events() -> list[corpus.Invented]:
    return [corpus.event(number, EVENTS) for number in range(EVENTS)]


def test_the_archive_is_the_same_in_every_process(tmp_path: Path) -> None:
    corpus.write(30, tmp_path)
    program = "import sys; from benchmarks import corpus; sys.stdout.write(repr(dict(corpus.files(30))))"
    command = [sys.executable, "-c", program]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, cwd=root, env={"PYTHONHASHSEED": "7"}, capture_output=True, check=True)
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.*")
    }

    assert repr(dict(corpus.files(30))) == said.stdout.decode()
    assert dict(corpus.files(30)) == written


def test_an_event_says_the_same_in_an_archive_of_another_size() -> None:
    told = {"title", "summary", "body", "claims", "sources", "tags", "unknowns"} - {"claims"}
    small, large = corpus.event(7, 100).fields, corpus.event(7, 90_000).fields

    assert {name: small[name] for name in told} == {name: large[name] for name in told}


def test_the_check_has_nothing_to_say_about_it(tmp_path: Path) -> None:
    corpus.write(EVENTS, tmp_path)
    command = [sys.executable, "build.py", "check", "--strict", "--source", str(tmp_path)]
    said = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)

    assert (0, "No problems.\n") == (said.returncode, said.stdout)


def test_bodies_have_80_to_250_words_and_markdown(events: list[corpus.Invented]) -> None:
    bodies = [event.fields["body"] for event in events]
    lengths = [len(re.findall(r"[^\s*-]+", body.replace("](", "] ("))) for body in bodies]

    assert 80 <= min(lengths)
    assert 250 >= max(lengths)
    for mark in ("**", " *", "](https://", "\n- "):
        assert 0 < sum(mark in body for body in bodies) < EVENTS


def test_dates_are_as_vague_as_real_ones(events: list[corpus.Invented]) -> None:
    assert {"day", "month", "season", "year", "interval"} == {event.when.grain for event in events}
    assert {"?", "~"} <= {event.when.text[-1] for event in events}
    assert all(
        event.when.first <= corpus.day_of(n, EVENTS) <= event.when.last for n, event in enumerate(events)
    )


def test_no_time_falls_into_the_hours_in_which_clocks_are_changed(events: list[corpus.Invented]) -> None:
    times = [event.fields["time"] for event in events if "time" in event.fields]

    assert "04:00" <= min(times)


def test_events_have_what_real_ones_have(events: list[corpus.Invented]) -> None:
    relations = {kind for event in events for kind in event.fields.get("relations", {})}
    claims = [event.fields["claims"] for event in events]

    assert {"part_of", "follows", "responds_to", "similar_to", "anniversary_of"} == relations
    assert {1, 2, 3, 4} == {len(said) for said in claims}
    assert {"denies", "unconfirmed"} == {one["stance"] for said in claims for one in said if "stance" in one}
    assert all(len({one["by"] for one in said}) == len(said) for said in claims)
    assert {1, 2, 3} == {len(event.fields.get("places", ["one"])) for event in events}
    assert any(isinstance(event.fields.get("place"), dict) for event in events)
    assert {"time", "casualties", "measures"} <= {name for event in events for name in event.fields}
