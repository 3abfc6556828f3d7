# SPDX-License-Identifier: MIT
"""Where each event falls on a line of time, as plain numbers for a template.

Few events are bars in rows, so that none covers another; many become a histogram, of which each
column leads to its first event. A series is a band below its events. Units are pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.strip.timescale import Break, Scale, Span, Tick, breaks_of, scale_of, ticks_of

WIDTH = 1000
NARROWEST = 6.0
# Rows and bars are as high as the smallest target that is easy to hit (WCAG 2.2, 2.5.8); so is the
# room that a bar takes in its row, however narrow it is.
ROW, BAR = 28.0, 24.0
TOP, BREAK_LABEL, AXIS = 6.0, 22.0, 30.0
MOST_BARS, MOST_ROWS, MOST_SERIES_ROWS = 150, 10, 4
COLUMN, TALLEST = 8.0, 96.0
MOST_COLUMNS = 300
# The width of a letter, the room beside a text in its bar, and the shortest text worth to show.
LETTER, BESIDE, FEWEST_LETTERS = 7.2, 8.0, 6
BASELINE = 16.5
# How far an open end fades.
FADE = 32.0


@dataclass(frozen=True, slots=True)
class Item:
    """Something to draw: ordinal days, the last one included.

    `label` is its whole name; `text`, or else the label, is what may stand in its bar. `kind` is
    event or series. An open end has no known bound: the bar fades there.
    """

    id: str
    label: str
    start: int
    end: int
    kind: str = "event"
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """An item, or a column of `count` events of which `id` and `label` are the first's.

    `kind` is event, series or column. `fade_left` and `fade_right` are the parts of the width over
    which an open end fades. `text` is what fits into the bar, often nothing; at `text_x` it begins.
    """

    id: str
    label: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    uncertain: bool = False
    fade_left: float = 0.0
    fade_right: float = 0.0
    text: str = ""
    text_x: float = 0.0
    text_y: float = 0.0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawing: bars in the order of time, ticks, breaks, and where the axis lies.

    `mirrored` says that time runs from the right to the left.
    """

    width: int
    height: int
    axis: float
    mirrored: bool
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]


def strip(
    items: Iterable[Item],
    *,
    width: int = WIDTH,
    mirrored: bool = False,
    most_bars: int = MOST_BARS,
    most_columns: int = MOST_COLUMNS,
) -> Strip:
    """The strip of the items, at least one, `width` wide; `mirrored` for a text that runs to the left."""
    found = sorted(items, key=lambda item: (item.start, item.end))  # stable: the order given decides
    if not found:
        raise ValueError("a strip needs an item")
    events = [item for item in found if item.kind != "series"]
    series = [item for item in found if item.kind == "series"]
    scale = scale_of(spans(found), width)
    breaks, ticks = breaks_of(scale), ticks_of(scale)
    top = TOP + (BREAK_LABEL if breaks else 0.0)
    drawn = _rows(events, scale, top, MOST_ROWS) if len(events) <= most_bars else None
    bars, bottom = drawn or _columns(events, scale, top, most_columns)
    bands, axis = _rows(series, scale, bottom, MOST_SERIES_ROWS, some=True) or ([], bottom)
    made = Strip(width, round(axis + AXIS), axis, mirrored, (*bars, *bands), ticks, breaks)
    return _mirror(made) if mirrored else made


def spans(items: Iterable[Item]) -> list[Span]:
    """What must be on the line: events whole, of a series its two ends, since it may be empty between."""
    found = []
    for item in items:
        last = max(item.start, item.end)
        found += (
            [Span(item.start, item.start), Span(last, last)]
            if item.kind == "series"
            else [Span(item.start, last)]
        )
    return found


def _rows(
    items: Sequence[Item], scale: Scale, top: float, most: int, *, some: bool = False
) -> tuple[list[Bar], float] | None:
    """The bars of the items, each in the first row that is free, and where the last row ends.

    Beyond `most` rows there are none, or, of `some`, those that have room: the list below has the others.
    """
    ends: list[float] = []
    placed = []
    for item in items:
        x = scale.at(item.start)
        width = round(max(NARROWEST, scale.after(max(item.start, item.end)) - x - 1), 1)
        x = round(x, 1)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        if row >= most:
            if some:
                continue
            return None
        ends[row : row + 1] = [x + max(width + 1, BAR)]
        placed.append(_bar(item, x, top + row * ROW, width))
    return placed, top + len(ends) * ROW


def _bar(item: Item, x: float, y: float, width: float) -> Bar:
    """The bar of an item, with as much of its text as fits, clear of the ends that fade."""
    fade = round(min(0.5, FADE / width), 3)
    left, right = fade if item.open_start else 0.0, fade if item.open_end else 0.0
    before = BESIDE + left * width
    fitting = int((width - before - BESIDE - right * width) / LETTER)
    text = item.text or item.label
    if len(text) > fitting:
        text = text[: max(0, fitting - 1)].rstrip() + "…" if fitting >= FEWEST_LETTERS else ""
    return Bar(
        id=item.id,
        label=item.label,
        kind="series" if item.kind == "series" else "event",
        x=x,
        y=y,
        width=width,
        height=BAR,
        uncertain=item.uncertain,
        fade_left=left,
        fade_right=right,
        text=text,
        text_x=round(x + before, 1),
        text_y=round(y + BASELINE, 1),
    )


def _columns(events: Sequence[Item], scale: Scale, top: float, most: int) -> tuple[list[Bar], float]:
    """A histogram of where events begin."""
    wide = max(COLUMN, (scale.end - scale.starts[0]) / most)
    begun: dict[int, list[Item]] = {}
    for item in events:
        begun.setdefault(int((scale.at(item.start) - scale.starts[0]) / wide), []).append(item)
    fullest = max(map(len, begun.values()))
    bars = []
    for column, found in sorted(begun.items()):
        height = round(max(2.0, TALLEST * len(found) / fullest), 1)
        bars.append(
            Bar(
                id=found[0].id,
                label=found[0].label,
                kind="column",
                x=round(scale.starts[0] + column * wide, 1),
                y=round(top + TALLEST - height, 1),
                width=round(wide - 1, 1),
                height=height,
                count=len(found),
            )
        )
    return bars, top + TALLEST + ROW - BAR


def _mirror(drawn: Strip) -> Strip:
    """The same strip with time running to the left; a text begins at its right."""
    width = drawn.width
    bars = (
        replace(
            bar,
            x=round(width - bar.x - bar.width, 1),
            text_x=round(width - bar.text_x, 1),
            fade_left=bar.fade_right,
            fade_right=bar.fade_left,
        )
        for bar in drawn.bars
    )
    return replace(
        drawn,
        bars=tuple(bars),
        ticks=tuple(replace(tick, x=round(width - tick.x, 1)) for tick in drawn.ticks),
        breaks=tuple(replace(one, x=round(width - one.x - one.width, 1)) for one in drawn.breaks),
    )
