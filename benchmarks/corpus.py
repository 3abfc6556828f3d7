# SPDX-License-Identifier: MIT
"""A made-up archive of any size that is the same on every machine: `python -m benchmarks.corpus N DIR`.

Its events look like real ones in what costs time: relations, claims, places, several sources, bodies of
80 to 250 words, and dates of which some are only months. Names are plainly invented.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST_DAY = date(2005, 1, 1)
DAYS = 7_300
PLACES, ACTORS, SOURCES = 300, 120, 800
TYPES = ("power_cut", "flood", "strike", "statement", "road_closed", "fire")
TAGS = ("north", "south", "east", "west", "harbour", "valley", "winter", "summer", "rail", "bridge")
WORDS = """the council said that water rose near the old bridge and two roads were closed while crews
worked through the night to bring back power in the lower town where several houses stood empty
after reports of smoke from a store that nobody had used since spring"""
SITE = """\
title: A made-up archive of {count} events
scope: Invented events that cost as much time as real ones.
timezone: Europe/Lisbon
repository: https://github.com/OWNER/ARCHIVE
vocabularies:
  type: {{{types}}}
"""


def files(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Every file of a site of `count` events, as its path and its text."""
    random = Random(seed)  # noqa: S311  # the same archive on every machine, not a secret
    yield (
        "content/site.yaml",
        SITE.format(count=count, types=", ".join(f"{t}: {t.capitalize()}" for t in TYPES)),
    )
    yield "content/places.yaml", "".join(place(number, random) for number in range(PLACES))
    yield "content/actors.yaml", "".join(actor(number) for number in range(ACTORS))
    yield "content/sources.yaml", "".join(source(number, random) for number in range(SOURCES))
    yield "content/pages/methodology.md", "# How this was made\n\nBy a program.\n"
    for number in range(count):
        day = day_of(number, count)
        yield f"content/events/{day.year}/{ident(number, count)}.yaml", event(number, count, random)


def day_of(number: int, count: int) -> date:
    """The day of an event: the archive is spread evenly over twenty years."""
    return FIRST_DAY + timedelta(days=number * DAYS // max(count, 1))


def ident(number: int, count: int) -> str:
    """The id of an event."""
    return f"{day_of(number, count)}-event-{number}"


def sentence(random: Random, length: int) -> str:
    """Words in an order that means nothing."""
    return " ".join(random.choices(WORDS.split(), k=length)).capitalize() + "."


def place(number: int, random: Random) -> str:
    """A registry entry of a place; every tenth holds the nine after it."""
    inside = f"  part_of: place-{number - number % 10}\n" if number % 10 else ""
    return (
        f"place-{number}:\n  name: Place {number}\n{inside}"
        f"  lat: {random.uniform(37, 42):.3f}\n  lon: {random.uniform(-9, -7):.3f}\n  uncertainty_m: 5000\n"
    )


def actor(number: int) -> str:
    """A registry entry of an actor."""
    return f"actor-{number}:\n  name: Group {number}\n  type: organisation\n"


def source(number: int, random: Random) -> str:
    """A registry entry of a source."""
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    return (
        f"source-{number}:\n  title: Report {number}\n  publisher: Paper {number % 40}\n  date: {day}\n"
        f"  url: https://example.org/{number}\n  archive_url: null\n  standing: independent\n"
    )


def event(number: int, count: int, random: Random) -> str:
    """One event, as somebody would type it."""
    day = day_of(number, count)
    typed = day.strftime("%Y-%m") if number % 9 == 0 else f"{day}?" if number % 7 == 0 else str(day)
    speaker = f"actor-{random.randrange(ACTORS)}"
    first, second = random.randrange(SOURCES), random.randrange(SOURCES)
    lines = [
        f"title: {sentence(random, 8)[:-1]} ({number})",
        f"date: {typed}",
        f"place: place-{random.randrange(PLACES)}",
        f"type: {TYPES[number % len(TYPES)]}",
        f"summary: {sentence(random, 25)}",
        f"tags: [{', '.join(sorted(set(random.choices(TAGS, k=3))))}]",
        f"sources: [source-{first}, source-{second}]",
        "actors:",
        f"  - {{actor: {speaker}, role: speaker}}",
        "claims:",
        "  - id: told",
        f"    by: {speaker}",
        f"    source: source-{first}",
        "    about: occurrence",
        f"    said: {day}",
        f"    text: {sentence(random, 12)}",
        "unknowns:",
        f"  - {sentence(random, 6)}",
    ]
    if number % 3 == 0 and number:
        lines += ["relations:", f"  follows: {ident(number - 1, count)}"]
    lines.append("body: |")
    for _ in range(3):
        lines += [f"  {sentence(random, random.randrange(27, 84))} See **{sentence(random, 2)}**", ""]
    return "\n".join(lines).rstrip() + "\n"


def write(count: int, folder: Path) -> None:
    """Write the archive into a folder that is not there yet, or empty."""
    for name, text in files(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
