# SPDX-License-Identifier: MIT
"""Files that are made from the pages of a new site once it is whole, and published with it in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.output import Output
from dateline.write.published import Published


@dataclass(frozen=True, slots=True)
class Derived:
    """A folder of the site, a digest of what its files are made from, and how they are made.

    With the key None the published files stay, whatever they were made from. `make` is given the
    folder of the new site, which it only reads, and gives bytes by path; it is None where nothing can
    make them now. It may give nothing: then the folder is gone, and the next build tries again.
    """

    folder: str
    key: str | None
    make: Callable[[Path], Mapping[str, bytes]] | None


def kept(derived: Derived | None, plan: Iterable[Output], old: Published, live: Path) -> list[Output]:
    """The published files of a derived folder as outputs, if all are intact and made from the same."""
    if derived is None:
        return []
    within = f"{derived.folder}/"
    planned = {output.path for output in plan if output.path.startswith(within)}
    found = {path: old.records[path] for path in old.records.keys() - planned if path.startswith(within)}
    is_whole = found.keys() <= old.intact.keys()
    if is_whole and all(derived.key in (None, said.key) for said in found.values()):
        return [Output(path, said.key, (live / path).read_bytes) for path, said in found.items()]
    return []
