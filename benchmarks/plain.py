# SPDX-License-Identifier: MIT
"""Builds a site without its data files, as `build` does the whole, so that one sees what they cost.

`python -m benchmarks.plain build …` takes what `dateline` takes.
"""

from __future__ import annotations

import sys
from types import ModuleType

from dateline import cli, discover

DATA = frozenset(
    {
        *("calendar", "changes", "citations", "coded", "database", "datapackage", "embeds", "event_embeds"),
        *("features", "json_feed", "listing", "table", "timelinejs"),
    }
)
"""The outputs that hold events as data, and those for pages elsewhere; Atom feeds stay."""


def main() -> None:
    """Run a command of dateline's without these outputs."""
    every = discover.modules

    def fewer(package: str) -> tuple[ModuleType, ...]:
        return tuple(one for one in every(package) if one.__name__.rpartition(".")[2] not in DATA)

    discover.modules = fewer  # type: ignore[assignment]  # what is cached there stays as it is
    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
