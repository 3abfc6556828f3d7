"""The short and the long form of a test, and the figures that it leaves.

`make test` runs the short forms; `make torture` runs the long ones, prints the figures and keeps them
in docs/figures.json, from which the table in docs/trust.md is made.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

Tell = Callable[[str, str, str], None]
"""The fixture `figure`: what a test says of a promise, what it tried, and what came of it."""

LONG = "DATELINE_TORTURE" in os.environ
FIGURES = Path(__file__).parent.parent / "docs" / "figures.json"


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A promise by its name, what was done to break it, and what came of it."""

    promise: str
    tried: str
    found: str


def rounds(short: int, long: int) -> int:
    """How often a test tries: `short` under `make test`, `long` under `make torture`."""
    return long if LONG else short


def merged(old: list[Figure], new: list[Figure]) -> list[Figure]:
    """The figures by promise, each with what was found last."""
    found = {(figure.promise, figure.tried): figure for figure in (*old, *new)}
    return sorted(found.values())


def kept(path: Path = FIGURES) -> list[Figure]:
    """The figures of earlier runs."""
    return [Figure(**row) for row in json.loads(path.read_text("utf-8"))] if path.exists() else []


def keep(figures: list[Figure], path: Path = FIGURES) -> None:
    """Write the figures, one a line, so that a change of one is one line."""
    rows = ",\n".join(json.dumps(asdict(figure), ensure_ascii=False) for figure in figures)
    path.write_text(f"[\n{rows}\n]\n", "utf-8")
