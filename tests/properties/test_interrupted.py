"""Ctrl-C and SIGTERM end any command at once, with the right exit code, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

import pytest

from tests.archive import tree
from tests.places import Place, moment, sources
from tests.samples import EVENT
from tests.torture import LONG, Tell, rounds
from tests.victims import ROOT, Ended, seconds

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}
HOWS: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), {}), (("--jobs", "2"), {"fewest": 20})]
"""By one process and by several."""
PATIENCE_S = 20
"""A busy machine is given so long; the figure says how long it took."""

TABLE = "title,date,summary,source\n" + "".join(
    f"Row {number},2022-01-{number + 1:02},Something fell.,https://example.org/{number}\n"
    for number in range(25)
)


def ended_well(ended: Ended, number: signal.Signals) -> None:
    """The command was over, or ended as the signal says, and printed no more than it had to."""
    assert ended.code in (0, CODES[number], -number), ended
    assert "Traceback" not in ended.said
    assert "internal error" not in ended.said


@pytest.mark.torture
@pytest.mark.parametrize("number", CODES)
def test_an_interrupted_build_ends_at_once_and_leaves_nothing(
    place: Place, figure: Tell, number: signal.Signals
) -> None:
    random, interrupted = Random(int(number)), 0  # noqa: S311  # no secret
    took: list[float] = []
    place.build()
    for more, how in HOWS if LONG else HOWS[:1]:
        place.turn()
        whole = seconds(lambda: place.build(*more, **how))  # noqa: B023  # called here
        for _ in range(rounds(3, 100)):
            place.turn()
            before = sources(place)
            victim = place.victims.begin(*place.arguments(*more), **how)
            time.sleep(moment(random, whole))
            begun = time.monotonic()
            victim.send(number, whole=number == signal.SIGINT)
            ended = victim.wait()
            took.append(time.monotonic() - begun)
            ended_well(ended, number)
            interrupted += ended.code != 0
            assert place.published() == ("new" if ended.code == 0 else place.published())
            assert place.published() != "else"
            assert place.litter() == [], (ended, list(place.output.parent.rglob("*"))[:10])
            assert sources(place) == before
            assert not victim.others()
            place.build(*more, **how)
            assert place.published() == "new"
    assert interrupted or not LONG
    assert max(took) < PATIENCE_S
    figure(
        "R4",
        f"{number.name} at a random moment of a whole build",
        f"{len(took)} rounds, {interrupted} interrupted: else 0, litter 0, orphans 0; "
        f"19 of 20 over in {quantiles(took, n=20)[-1]:.2f} s",
    )


@pytest.mark.torture
def test_ctrl_c_at_any_call_to_the_system_leaves_nothing(place: Place, figure: Tell) -> None:
    """Calls are counted from the first to the last of a whole build, or some of them in the short form."""
    place.build()
    place.turn()
    last = int(place.build(ctrl_c_at=10**9).said.rpartition("calls: ")[2])
    step, found = rounds(last // 10, 1), Counter[str]()
    calls = range(1 + 20 % step, last + 1, step)
    for call in calls:
        place.turn()
        before = sources(place)
        ended = place.build(ctrl_c_at=call)
        came = int(ended.said.rpartition("calls: ")[2])
        ended_well(ended, signal.SIGINT)
        assert ended.code == 130 or came < call, ended
        found[place.published()] += 1
        assert found["else"] == 0
        assert place.litter() == [], (call, ended, [*place.output.parent.rglob("*")])
        assert sources(place) == before
        assert place.build().code == 0
        assert place.published() == "new"
    assert found["old"]
    told = f"{len(calls):,} calls: old site {found['old']}, new site {found['new']}, else 0, litter 0"
    figure("R4", "Ctrl-C at each call to the system of a whole build", told)


COMMANDS: dict[str, list[str]] = {
    "check": ["check"],
    "fmt": ["fmt"],
    "import": ["import", "csv", "TABLE"],
    "build without a cache": ["build", "--no-cache", "--no-search", "--output", "OUT"],
}


@pytest.mark.torture
@pytest.mark.parametrize("name", COMMANDS)
def test_an_interrupted_command_leaves_files_whole_or_untouched(
    place: Place, figure: Tell, name: str
) -> None:
    (place.folder / "table.csv").write_text(TABLE)
    words = {"TABLE": str(place.folder / "table.csv"), "OUT": str(place.output)}
    untidy = EVENT.replace("title: Power", "title:   'Power'\n#")
    arguments = [words.get(word, word) for word in COMMANDS[name]]
    random, count = Random(name), 0  # noqa: S311  # no secret

    def prepare() -> None:
        for path in (place.source / "content/events").rglob("*.yaml"):
            path.unlink()
        place.say()
        for one in range(4):
            (place.source / f"content/events/untidy-{one}.yaml").write_text(untidy)

    for _ in range(2):  # the first of all runs loads everything too
        prepare()
        whole = seconds(lambda: place.victims.run(*arguments, "--source", place.source))
    for turn in range(rounds(2, 60)):
        number = (signal.SIGINT, signal.SIGTERM)[turn % 2]
        prepare()
        before = sources(place)
        victim = place.victims.begin(*arguments, "--source", place.source)
        time.sleep(moment(random, whole))
        victim.send(number, whole=number == signal.SIGINT)
        ended = victim.wait()
        count += ended.code != 0
        ended_well(ended, number)
        after = sources(place)
        assert before.keys() <= after.keys()
        assert all(path.endswith(".yaml") for path in after.keys() - before.keys())
        events = [text for path, text in after.items() if "/events/" in path]
        assert all(text.endswith(b"\n") and b"title:" in text for text in events)
        assert not list((place.source / "content").rglob(".*"))
        assert place.litter() == []
        if name != "fmt":
            assert before.items() <= after.items()
    tried = f"Ctrl-C and SIGTERM during `{name}`"
    figure("R4", tried, f"{rounds(2, 60)} rounds, {count} interrupted: half files 0, litter 0")


def test_a_server_ends_with_a_signal(place: Place) -> None:
    for number in CODES:
        victim = place.victims.begin(
            "serve", "--source", place.source, "--output", place.output, "--port", "0"
        )
        deadline = time.monotonic() + 60
        while "Serving on" not in (victim.said.read_text() if victim.said.exists() else ""):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        victim.send(number)
        begun = time.monotonic()
        ended_well(victim.wait(), number)
        assert time.monotonic() - begun < PATIENCE_S
        assert place.litter() == []
    assert tree(place.output)


@pytest.mark.torture
def test_from_its_first_moment_a_command_ends_without_a_traceback(tmp_path: Path, figure: Tell) -> None:
    """While Python itself starts, the signal ends it in silence: nobody is there yet to choose a code."""
    random = Random(2)  # noqa: S311  # no secret
    codes: list[int] = []
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    for turn in range(rounds(2, 60)):
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline", "explain", "D102"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(random.uniform(0.1, 0.6))
        number = list(CODES)[turn % 2]
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
        codes.append(process.returncode)
        assert process.returncode in (0, CODES[number], -number), said
        assert "dateline" not in said or "Traceback" not in said
    assert not list(tmp_path.iterdir())
    figure("R4", "a signal while a command starts", f"{len(codes)} rounds: tracebacks of ours 0")
