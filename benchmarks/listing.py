# SPDX-License-Identifier: MIT
"""The list pages that dateline makes of the made-up archive, worked out once more for Hugo.

That is a page for each place, actor, source, type and tag and for each year, month and day; a list that
is too long for one page is cut into years, months or days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from benchmarks import corpus
from benchmarks.blocks import Fields
from benchmarks.corpus import Invented, When

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASON_WORDS = {3: "spring", 6: "summer", 9: "autumn"}
# How many events one page of dateline's shows in full, and how its periods grow shorter.
MOST = 100
HOME = {"address": "index.html", "words": "Timeline"}
FOLDERS = ("places", "actors", "sources", "types", "tags")
LENGTHS = ("years", "months", "days")


@dataclass(frozen=True, slots=True)
class Row:
    """What the lists need of an event."""

    id: str
    periods: dict[str, tuple[str, ...]]


def day_words(text: str) -> str:
    """A day, a month or a year in words."""
    steps = [int(step) for step in text.split("-")]
    return " ".join([*map(str, steps[2:]), *(MONTHS[step - 1] for step in steps[1:2]), str(steps[0])])


def words(when: When) -> str:
    """A date in words, as vague as it is."""
    plain = when.text.rstrip("?~")
    doubt = {"?": "possibly ", "~": "about "}.get(when.text[-1], "")
    if when.grain == "interval":
        return f"from {day_words(str(when.first))} to {day_words(str(when.last))}"
    if when.grain == "season":
        return f"{doubt}{SEASON_WORDS[when.first.month]} {when.first.year}"
    return doubt + day_words(plain)


def periods(when: When) -> dict[str, tuple[str, ...]]:
    """The years, months and days that have a page on which the date belongs."""
    length = (when.last - when.first).days
    days = [str(when.first + timedelta(days=n)) for n in range(length + 1)]
    whole = {size: tuple(dict.fromkeys(day[:size] for day in days)) for size in (4, 7, 10)}
    exact = when.grain in ("day", "interval")
    return {
        "years": whole[4],
        "months": whole[7] if exact or when.grain == "month" else (),
        "days": whole[10] if exact and length < 366 else (),  # dateline's bound
    }


def shelves(
    address: str, rows: list[Row], period: str = "", level: int = 0
) -> Iterator[tuple[Fields, list[Row]]]:
    """The pages of a list, the whole first: what each says of itself, and the events that it shows."""
    page: Fields = {"address": address, "count": len(rows), "period": period}
    if len(rows) <= MOST or level == len(LENGTHS):
        yield page, rows
        return
    stem = address if not period else address.rpartition("/")[0]
    held: dict[str, list[Row]] = {}
    for row in rows:
        for key in [key for key in row.periods[LENGTHS[level]] if key.startswith(period)] or [""]:
            held.setdefault(key, []).append(row)
    vague = held.pop("", [])
    parts = [
        {"address": f"{stem}/{key}.html", "words": day_words(key), "count": len(held[key])}
        for key in sorted(held)
    ]
    yield page | {"parts": parts}, vague
    for key in sorted(held):
        yield from shelves(f"{stem}/{key}", held[key], key, level + 1)


def grouped(events: Iterable[Invented]) -> dict[str, dict[str, list[Row]]]:
    """The events of each list, by its folder and key, in order."""
    registry = corpus.places()
    found: dict[str, dict[str, list[Row]]] = {
        "places": {name: [] for name in registry},
        "actors": {name: [] for name in corpus.actors()},
        "sources": {name: [] for name in corpus.sources()},
        "types": {name: [] for name in corpus.TYPES},
        **{name: {} for name in ("tags", *LENGTHS)},
    }
    for event in events:
        row, fields = Row(event.id, periods(event.when)), event.fields
        inside = [place["place"] for place in places_of(fields) if "place" in place]
        around = [registry[place]["part_of"] for place in inside if "part_of" in registry[place]]
        keys = {
            "places": [*inside, *around],
            "actors": [claim["by"] for claim in fields["claims"]],
            "sources": [given["source"] for given in fields["sources"] if "source" in given],
            "types": [fields["type"]],
            "tags": fields["tags"],
            **row.periods,
        }
        for folder, names in keys.items():
            for name in dict.fromkeys(names):
                found[folder].setdefault(name, []).append(row)
    return found


def places_of(fields: Fields) -> list[Fields]:
    """The places of an event, each as a record."""
    given: list[Any] = fields.get("places") or [fields["place"]]
    return [{"place": place} if isinstance(place, str) else place for place in given]


def pages(events: list[Invented]) -> Iterator[tuple[Fields, list[Row]]]:
    """Every list page: what it says of itself, and the events whose cards stand on it."""
    held = grouped(events)
    for folder in FOLDERS:
        for name, rows in held[folder].items():
            yield from subject_pages(folder, name, rows)
    for level in range(len(LENGTHS)):
        yield from period_pages(held, level)


def subject_pages(folder: str, name: str, rows: list[Row]) -> Iterator[tuple[Fields, list[Row]]]:
    """The page of a place, an actor, a source, a type or a tag, and those into which its list is cut."""
    (first, shown), *rest = shelves(f"{folder}/{name.replace('_', '-')}", rows)
    title = label(folder, name)
    about: Fields = {"title": title, "folder": folder}
    if folder in ("places", "actors", "sources"):
        about[folder[:-1]] = name
    if folder == "places":
        about["holds"] = [other for other, place in corpus.places().items() if place.get("part_of") == name]
    yield first | about, shown
    crumbs = [
        {"address": f"{folder}.html", "words": folder.capitalize()},
        {"address": f"{first['address']}.html", "words": title},
    ]
    for page, held in rest:
        titled = f"{title}: {day_words(page['period'])}"
        yield page | {"title": titled, "whole": name, "crumbs": crumbs}, held


def period_pages(held: dict[str, dict[str, list[Row]]], level: int) -> Iterator[tuple[Fields, list[Row]]]:
    """The pages of all years, of all months or of all days."""
    here, shorter = held[LENGTHS[level]], LENGTHS[level + 1] if level < len(LENGTHS) - 1 else ""
    keys = sorted(here)
    for place, key in enumerate(keys):
        rows = here[key]
        longer = [key[:size] for size, length in ((4, "years"), (7, "months")) if key[:size] in held[length]]
        parts = [part for part in held.get(shorter, ()) if part.startswith(key)]
        page: Fields = {
            **period(key, len(rows)),
            "address": key.replace("-", "/"),
            "title": day_words(key),
            "crumbs": [HOME, *(period(part, 0) for part in longer if part != key)],
            "parts": [period(part, len(held[shorter][part])) for part in sorted(parts)],
            "before": period(keys[place - 1], 0) if place else None,
            "after": period(keys[place + 1], 0) if place + 1 < len(keys) else None,
        }
        whole = len(rows) <= MOST or not shorter
        yield page, rows if whole else [row for row in rows if not row.periods[shorter]]


def period(key: str, count: int) -> Fields:
    """A way to the page of a period."""
    return {"address": f"{key.replace('-', '/')}.html", "words": day_words(key), "count": count}


def label(folder: str, name: str) -> str:
    """The name of a list."""
    if folder == "types":
        return corpus.TYPES[name]
    number = name.rpartition("-")[2]
    return {"places": f"Place {number}", "actors": f"Group {number}", "sources": f"Report {number}"}.get(
        folder, name
    )
