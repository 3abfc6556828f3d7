# SPDX-License-Identifier: MIT
"""Tells from the states of files alone that a build would change nothing.

After a build, one digest over the states of everything that was read and of everything that was
published is kept with what the build found. As long as both are the same, so is the site, and
neither the parser nor the templates are needed. A file that changed just before we looked has no
state that can be relied upon; then nothing is kept, and the next build looks at the files.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.states import State, is_settled, state_of, states_below
from dateline.store import Store

KIND = "last build"
LEDGER = "addresses.txt"
LINK = "/"
"""No path below a folder: where the state of the link stands that the folder is."""


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build found: its problems as plain data, and how many files the site has."""

    problems: Sequence[Any]
    files: int


def look(folders: Iterable[Path], looked_ns: int) -> str | None:
    """A digest of the states of all that is in some folders, or None where one cannot be relied upon.

    A file may stand for a folder; one that is not there counts as empty. A folder may be reached
    through a link, which is looked at too. What a link below it leads to is not, so that a folder with
    one cannot be relied upon; nor can one that cannot be looked at, or changes while we do.
    """
    seen = []
    for folder in folders:
        states = states_of(folder)
        if states is None or not all(is_sure(path, state, looked_ns) for path, state in states.items()):
            return None
        seen.append(states)
    return digest_of(seen)


def states_of(folder: Path) -> dict[str, State] | None:
    """The states of a folder, of the link that it may be, and of all below it; None where one is not told."""
    try:
        states = {"": state_of(folder.stat())}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError:
        return None
    try:
        if folder.is_symlink():
            states[LINK] = state_of(folder.lstat())
        if stat.S_ISDIR(states[""].mode):
            states |= states_below(str(folder))
    except OSError:
        return None
    return states


def is_sure(path: str, state: State, looked_ns: int) -> bool:
    """Whether a state says all that there is to say of what is at a path."""
    if stat.S_ISDIR(state.mode):
        return True
    return is_settled(state, looked_ns) and (path == LINK or not stat.S_ISLNK(state.mode))


def digest_of(seen: Iterable[Mapping[str, State]]) -> str:
    """A digest of the states in some folders, by path; a folder's own times say nothing."""
    found = blake2b(digest_size=16)
    for states in seen:
        found.update(b"%d\n" % len(states))
        for path, state in sorted(states.items()):
            said = State(0, 0, 0, 0, state.mode) if stat.S_ISDIR(state.mode) else state
            found.update(b"%b\0%b" % (os.fsencode(path), said))
    return found.hexdigest()


def of_published(states: Mapping[str, State], folders: Iterable[str], folder_mode: int) -> str:
    """What `look` will give for a published site of these settled files."""
    known = {folder: State(0, 0, 0, 0, stat.S_IFDIR | folder_mode) for folder in ("", *folders)}
    return digest_of([{**states, **known}])


def inputs(source: Path, bundled: Path) -> tuple[Path, ...]:
    """The folders, and the file, that a build reads."""
    return (*checked(source), source / "templates", source / "outputs", bundled)


def checked(source: Path) -> tuple[Path, ...]:
    """The folder, and the file, that a check reads."""
    return (source / "content", source / LEDGER)


def remember(  # noqa: PLR0913  # everything that must be the same
    store: Store,
    options: Sequence[object],
    before: str | None,
    after: str | None,
    problems: Sequence[Any],
    *,
    files: int,
    day: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Keep what a build with these options found.

    `day`, `since` and `until` say when that is true, by the clock. `before` and `after` are looks at
    what was read and at what was published, which is so many `files`.
    """
    key = json.dumps(options)
    if before is None or after is None:
        store.drop(KIND, [key])
        return
    true = {"day": day, "since": since, "until": until}
    kept = {"inputs": before, "outputs": after, "files": files, **true, "problems": problems}
    store.put(KIND, [(key, json.dumps(kept).encode())])


def recall(  # noqa: PLR0913, PLR0917  # everything that must be the same
    store: Store,
    options: Sequence[object],
    before: str | None,
    outputs: Iterable[Path],
    now: datetime,
    looked_ns: int,
) -> Last | None:
    """What the last build with these options found, if one now would find and write the same."""
    text = store.get(KIND, json.dumps(options))
    if text is None or before is None:
        return None
    kept = json.loads(text)
    if kept["inputs"] != before or not is_true(kept, now):
        return None
    is_same = look(outputs, looked_ns) == kept["outputs"]
    return Last(kept["problems"], kept["files"]) if is_same else None


def is_true(kept: Mapping[str, Any], now: datetime) -> bool:
    """Whether what was kept is true at this moment, by the clock alone, which may have gone back."""
    since, until = [datetime.fromisoformat(kept[key]) if kept[key] else None for key in ("since", "until")]
    is_day = kept["day"] in (None, now.date().isoformat())
    return is_day and (since is None or since <= now) and (until is None or now < until)
