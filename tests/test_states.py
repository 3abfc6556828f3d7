import os
import time
from pathlib import Path

import pytest

from dateline.states import COARSE_NS, SECOND_NS, TICK_NS, State, is_settled, state_of, states_below

NOON = 1_700_000_000 * SECOND_NS + 1


def state(changed_ns: int, modified_ns: int = 1) -> State:
    return State(size=1, modified_ns=modified_ns, changed_ns=changed_ns, inode=1, mode=0o100644)


@pytest.mark.parametrize(
    ("found", "looked_ns", "settled"),
    [
        (state(NOON), NOON + TICK_NS + 1, True),
        (state(NOON), NOON + TICK_NS, False),
        (state(NOON), NOON, False),
        (state(NOON), NOON - SECOND_NS, False),  # the clock was put back
        (state(1, modified_ns=NOON), NOON + TICK_NS, False),
        (state(NOON - 1, modified_ns=0), NOON + SECOND_NS, False),  # seconds alone: of a coarse file system
        (state(NOON - 1, modified_ns=0), NOON + COARSE_NS, True),
    ],
)
def test_a_state_is_settled_once_the_clock_has_passed_it(
    found: State, looked_ns: int, *, settled: bool
) -> None:
    assert is_settled(found, looked_ns) is settled


def test_an_edit_that_keeps_size_and_time_shows_in_the_state(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    before = file.stat()
    while not is_settled(state_of(before), time.time_ns()):
        time.sleep(TICK_NS / SECOND_NS)
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()

    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert state_of(before) != state_of(after)


def test_everything_below_a_folder_is_found_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.txt").write_text("text")
    (tmp_path / "link").symlink_to("a")
    found = dict(states_below(str(tmp_path)))

    assert found == {path: state_of((tmp_path / path).lstat()) for path in ["a", "a/b", "a/b/c.txt", "link"]}
    assert list(found).index("a") < list(found).index("a/b")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dict(states_below(str(tmp_path / "none")))
