"""A build that is killed or stopped leaves the old site or the new one, and the next build is right."""

import shutil
import signal
import time
from collections import Counter
from random import Random
from typing import Any

import pytest

from tests.places import Place, moment, sources
from tests.torture import Tell, rounds
from tests.victims import Ended, names, seconds

HOWS: list[tuple[int, tuple[str, ...], dict[str, Any]]] = [
    (22, (), {}),
    (6, (), {"large": 1}),
    (2, ("--jobs", "2"), {"fewest": 20}),
    (0, ("--search",), {}),
]
"""As it is; as a large site, with a spare; by several processes; with an index that is searched.

The first of each is how often it is tried in the short form."""


@pytest.mark.torture
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(place: Place, figure: Tell) -> None:
    random, found = Random(7), Counter[str]()  # noqa: S311  # no secret
    for few, more, how in HOWS:
        number = rounds(few, 250)
        if not number:
            continue
        assert place.build(*more, **how).code == 0
        place.turn()
        whole = seconds(lambda: place.build(*more, **how))  # noqa: B023  # called here
        for turn in range(number):
            place.turn()
            before = sources(place)
            victim = place.victims.begin(*place.arguments(*more), **how)
            time.sleep(moment(random, whole))
            victim.send(signal.SIGKILL, whole=turn % 3 > 0)
            ended = victim.wait()
            assert ended.code in (0, -signal.SIGKILL), ended
            found[place.published(*more)] += 1
            assert found["else"] == 0
            assert len(names(place.output.parent)) <= 2
            assert sources(place) == before
            assert built_when_alone(place, *more, **how).code == 0
            assert place.published(*more) == "new"
            assert [name for name in place.litter() if name != ".out.tmp" or "large" not in how] == []
        shutil.rmtree(place.output)
        shutil.rmtree(place.output.with_name(".out.tmp"), ignore_errors=True)
    figure(
        "R1",
        "`kill -9` at a random moment of a whole build",
        f"{found.total():,} rounds: old site {found['old']}, new site {found['new']}, else 0, litter 0",
    )
    assert found["old"]
    assert found["new"]


def built_when_alone(place: Place, *more: str, **how: Any) -> Ended:
    """The next build, after a parent was killed: its helpers may hold the lock for a moment."""
    for _ in range(100):
        ended = place.build(*more, **how)
        if "another build is running" not in ended.said:
            return ended
        time.sleep(0.1)
    return ended


@pytest.mark.torture
@pytest.mark.parametrize("kind", ["stop_at", "fail_at"])
def test_stopped_or_failed_at_any_call_the_site_is_the_old_or_the_new_one(
    place: Place, figure: Tell, kind: str
) -> None:
    """Calls are counted from the first to the last of a whole build, or some of them in the short form."""
    found = Counter[str]()
    place.build()
    place.turn()
    never: dict[str, Any] = {kind: 10**9}
    last = int(place.build(**never).said.rpartition("calls: ")[2])
    step = rounds(last // 3, 1)
    calls = range(1 + 20 % step, last + 1, step)
    for call in calls:
        place.turn()
        at: dict[str, Any] = {kind: call}
        ended = place.build(**at)
        came = int(ended.said.rpartition("calls: ")[2] or call)
        assert ended.code in {0, 1, 2} if came < call or kind == "fail_at" else ended.code == 9, ended
        assert "Traceback" not in ended.said
        assert "internal error" not in ended.said
        found[place.published()] += 1
        assert found["else"] == 0
        assert place.build().code == 0
        assert place.published() == "new"
        assert place.litter() == []
    assert found["old"]
    figure(
        "R1" if kind == "stop_at" else "R4",
        f"{'a stop' if kind == 'stop_at' else 'a fault'} at each call to the system of a whole build",
        f"{len(calls):,} calls: old site {found['old']}, new site {found['new']}, else 0, litter 0",
    )


def test_a_build_that_writes_in_place_is_caught(place: Place) -> None:
    """So the tests above can fail."""
    place.build()
    place.turn()
    last = int(place.build(careless=1, stop_at=10**9).said.rpartition("calls: ")[2])
    place.turn()
    assert place.build(careless=1, stop_at=last // 2).code == 9
    assert place.published() == "else"
