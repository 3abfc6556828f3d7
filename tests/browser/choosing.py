"""A timeline of many kinds of events, its pages in a folder, and what Python says that a choice leaves."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline.columns import FACETS
from dateline.dates import parse
from dateline.dates.days import ordinal
from dateline.outputs import assets, events, home, marks, places
from dateline.strips import item
from dateline.theme import open_theme
from dateline.timeline import Entry, Timeline
from tests.rules.small import timeline_of

TYPES = ("fire", "flood", "strike")
VERIFICATIONS = ("reported", "disputed", "confirmed")
DATES = (
    "2022-01-{day:02}",
    "2021-{month:02}",
    "2019?",
    "2022-02-{day:02}/..",
    "-0043-03-15",
    "2020-{month:02}-{day:02}",
)
FORMULA = '=HYPERLINK("https://example.org";"open"), says one'


def varied(count: int = 60, **site: str) -> Timeline:
    """So many events with facets in many combinations; the first title is one that a spreadsheet runs."""
    return timeline_of(
        {
            f"e{one:04}": {
                "title": FORMULA if one == 0 else f"Event number {one}",
                "date": DATES[one % len(DATES)].format(day=1 + one % 28, month=1 + one % 12),
                "type": TYPES[one % 3],
                "verification": VERIFICATIONS[one % 7 % 3],
                "place": f"place-{one % 5}",
                "actors": [
                    {"actor": f"actor-{one % 4}", "role": "helper" if one % 2 else "attacker"},
                    {"actor": f"actor-{one % 3}", "role": "target"},
                ],
                "sources": [f"source-{one % 6}", f"source-{one % 10}"]
                if one % 6 != one % 10
                else ["source-1"],
                "tags": [f"tag-{one % 2}", f"tag-{2 + one % 3}"],
            }
            for one in range(count)
        },
        places={"land": {"name": "The land"}, **{f"place-{one}": {"part_of": "land"} for one in range(5)}},
        actors={f"actor-{one}": {} for one in range(4)},
        sources={f"source-{one}": {} for one in range(10)},
        site=site,
    )


def published(timeline: Timeline, folder: Path) -> Path:
    """The home page, the events and all that the tools read, in a folder."""
    theme = open_theme(Path(), timeline.site, None)
    for module in (assets, home, events, places, marks):
        for output in module.plan(timeline, theme):
            path = folder / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.render())
    return folder


Choice = Mapping[str, tuple[str, Sequence[str]]]


def answer(timeline: Timeline, choice: Choice, first: str = "", last: str = "") -> list[str]:
    """The ids of the events that have what is chosen: for each facet a mode and values."""
    return [
        entry.id
        for entry in timeline.entries
        if within(entry, first, last)
        and all(fits(FACETS[facet](entry), mode, values) for facet, (mode, values) in choice.items())
    ]


def fits(keys: Sequence[str], mode: str, values: Sequence[str]) -> bool:
    """Whether an event's keys are what is wanted."""
    has = set(keys) & set(values)
    return {"any": bool(has), "all": has == set(values), "none": not has}[mode]


def within(entry: Entry, first: str, last: str) -> bool:
    """Whether the event may have been then, by the days on which it is drawn."""
    drawn = item(entry, "")
    start, end = parse(first).earliest if first else None, parse(last).latest if last else None
    return (start is None or drawn.end >= ordinal(start)) and (end is None or drawn.start <= ordinal(end))


def would_leave(timeline: Timeline, choice: Choice, facet: str, value: str) -> int:
    """How many events have a value, among those that fit the other facets, and this where all are wanted."""
    others = {name: one for name, one in choice.items() if name != facet or one[0] == "all"}
    return sum(
        value in FACETS[facet](entry)
        for entry in timeline.entries
        if entry.id in set(answer(timeline, others))
    )
