# SPDX-License-Identifier: MIT
"""A made-up archive of any size that is the same on every machine: `python -m benchmarks.corpus N DIR`.

Its events look like real ones in what costs time: places of which some are described in place, actors,
claims of several speakers who at times contradict each other, sources, links of several kinds, bodies
of 80 to 250 words with some Markdown, and dates as vague as real ones. Names are plainly invented. An
event depends on its number and on the day that its number falls on, never on other events.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.blocks import Fields, yaml

FIRST_DAY = date(2005, 1, 1)
YEARS = 20
DAYS = 7_300
DISTRICTS, IN_DISTRICT = 30, 10
PLACES = DISTRICTS * IN_DISTRICT
ACTORS, SOURCES, PAPERS = 120, 800, 40
# One event in so many is a series, and the few after it are its parts.
SERIES, PARTS = 250, 12
TYPES = {
    "power_cut": "Power cut",
    "flood": "Flood",
    "strike": "Strike",
    "statement": "Statement",
    "road_closed": "Road closed",
    "fire": "Fire",
    "storm": "Storm",
    "vote": "Vote",
    "accident": "Accident",
    "series": "Series of events",
}
TAGS = ("north", "south", "east", "west", "harbour", "valley", "winter", "summer", "rail", "bridge")
HARM = ("injured", "killed")
ROLES = ("organiser", "affected", "helper", "speaker")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
SHORTEST = 30  # words of a paragraph
MARKED = ("**{}**.", "*{}*.", "See [{}](https://example.org/more).", "“{}”, said **one** of *them*.")
ABOUT = ("time", "count", "damage", "method", "identity", "place")
TEXT = """
the council said that water rose near the old bridge and two roads were closed while crews
worked through the night to bring back power in the lower town where several houses stood empty
after reports of smoke from a store that nobody had used since spring then a second team looked at
every cable under main street and found that rain had reached some of them before noon people who
live beside the station asked for pumps and were told to wait until morning
"""
WORDS = TEXT.split()
SITE = """\
title: A made-up archive of {count} events
scope: Invented events that cost as much time as real ones.
timezone: Europe/Lisbon
licence: CC0-1.0
repository: https://github.com/OWNER/ARCHIVE
vocabularies:
  type: {{{types}}}
  role: {{{roles}}}
"""


@dataclass(frozen=True, slots=True)
class When:
    """A date: as it is typed, its bounds, and how exact it is (day, month, season, year, interval)."""

    text: str
    first: date
    last: date
    grain: str


@dataclass(frozen=True, slots=True)
class Invented:
    """An event: its id, its date and its fields as somebody would type them, in that order."""

    id: str
    when: When
    fields: Fields


def day_of(number: int, count: int) -> date:
    """The day of an event: the archive is spread evenly over twenty years."""
    return FIRST_DAY + timedelta(days=number * DAYS // max(count, 1))


def ident(number: int, count: int) -> str:
    """The id of an event."""
    return f"{day_of(number, count)}-event-{number}"


def sentence(random: Random, length: int) -> str:
    """Words in an order that means nothing."""
    return " ".join(random.choices(WORDS, k=length)).capitalize() + "."


def places() -> dict[str, Fields]:
    """The registry of places: districts on a grid, each with the places in it around its middle."""
    random = Random("places")
    found: dict[str, Fields] = {}
    for number in range(PLACES):
        district, inside = divmod(number, IN_DISTRICT)
        middle = 37.5 + 0.75 * (district // 5), -8.8 + 0.9 * (district % 5)
        lat, lon = (round(side + random.uniform(-0.15, 0.15), 3) for side in middle)
        part = {"part_of": f"place-{district * IN_DISTRICT}"} if inside else {}
        precise = {"lat": lat, "lon": lon, "uncertainty_m": 2_000 if inside else 30_000}
        found[f"place-{number}"] = {"name": f"Place {number}", **part, **precise}
    return found


def actors() -> dict[str, Fields]:
    """The registry of actors."""
    return {f"actor-{n}": {"name": f"Group {n}", "type": "organisation"} for n in range(ACTORS)}


def sources() -> dict[str, Fields]:
    """The registry of sources: reports of a few papers."""
    random = Random("sources")
    return {f"source-{number}": source(number, random) for number in range(SOURCES)}


def source(number: int, random: Random) -> Fields:
    """A source as the registry or an event describes it."""
    return {
        "title": f"Report {number}",
        "publisher": f"Paper {number % PAPERS}",
        "date": str(FIRST_DAY + timedelta(days=random.randrange(DAYS))),
        "url": f"https://example.org/{number}",
        "archive_url": None if number % 4 else f"https://archive.example.net/{number}",
        "standing": "independent",
    }


def when(number: int, day: date, random: Random) -> When:
    """A date that surely holds the day, often the day itself, at times much vaguer."""
    if number % SERIES == 0:
        return When(f"{day}/{(last := day + timedelta(days=400))}", day, last, "interval")
    grain = random.choices(("day", "month", "season", "year", "interval"), (70, 14, 4, 4, 8))[0]
    doubt = random.choices(("", "?", "~"), (86, 8, 6))[0]
    if grain == "interval":
        last = day + timedelta(days=random.randrange(1, 6))
        return When(f"{day}/{last}", day, last, "interval")
    if grain == "season" and (found := [(n, m) for n, m in SEASONS.items() if m[0] <= day.month <= m[1]]):
        code, (start, end) = found[0]
        first, last = date(day.year, start, 1), date(day.year, end, 31 if end != 11 else 30)
        return When(f"{day.year}-{code}{doubt}", first, last, "season")
    if grain == "year":
        return When(f"{day.year}{doubt}", date(day.year, 1, 1), date(day.year, 12, 31), "year")
    if grain in ("month", "season"):
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return When(f"{day:%Y-%m}{doubt}", day.replace(day=1), after - timedelta(days=1), "month")
    return When(f"{day}{doubt}", day, day, "day")


def body(random: Random) -> str:
    """A few paragraphs, 80 to 250 words in all, with some Markdown and now and then a list."""
    left, parts = random.randrange(78, 181), []
    while left > 0:
        length = left if left < SHORTEST * 2 else random.randrange(SHORTEST, min(left - SHORTEST, 90) + 1)
        left -= length
        marked = random.choice(MARKED).format(sentence(random, random.randrange(2, 6))[:-1])
        parts.append(f"{sentence(random, length // 2)} {marked} {sentence(random, length - length // 2)}")
    if random.random() < 0.25:
        parts.insert(1, "\n".join(f"- {sentence(random, 5)}" for _ in range(3)))
    return "\n\n".join(parts) + "\n"


def claims(number: int, day: date, cited: list[str], random: Random) -> list[Fields]:
    """One to four claims of different speakers; the second at times denies the first."""
    speakers = random.sample(range(ACTORS), random.choices((1, 2, 3, 4), (30, 40, 20, 10))[0])
    found = []
    for place, speaker in enumerate(speakers):
        doubted = place == 1 and number % 5 == 0
        same = place == 1 and number % 2 == 0
        claim: Fields = {"id": f"told-{place + 1}", "by": f"actor-{speaker}"}
        if doubted:
            claim |= {"stance": random.choice(("denies", "unconfirmed")), "answers": "told-1"}
        claim["about"] = "occurrence" if place == 0 or doubted or same else random.choice(ABOUT)
        if random.random() < 0.8:
            claim["said"] = str(day + timedelta(days=place))
        claim |= {"source": cited[place % len(cited)], "text": sentence(random, random.randrange(8, 20))}
        if random.random() < 0.2:
            claim["quote"] = {"text": sentence(random, 5)[:-1], "lang": "en"}
        found.append(claim)
    return found


def relations(number: int, count: int, random: Random) -> Fields:
    """Links to earlier events, each kind as its rules want it."""
    found: Fields = {}
    whole = number - number % SERIES
    if 0 < number - whole <= PARTS:
        found["part_of"] = ident(whole, count)
    if number < PARTS or number == whole:
        return found
    earlier = iter([number - step for step in random.sample(range(1, PARTS), 3)])
    if number % 3 == 0:
        found["follows"] = ident(next(earlier), count)
    if number % 4 == 0:
        found["responds_to"] = {"event": ident(next(earlier), count), "according_to": "told-1"}
    if number % 7 == 0:
        found["similar_to"] = {"event": ident(next(earlier), count), "note": sentence(random, 9)}
    if number % 50 == 1 and number > count // YEARS:
        found["anniversary_of"] = {"event": ident(number - count // YEARS, count), "ordinal": 1}
    return found


def where(number: int, random: Random) -> Fields:
    """One to three places of one district, or, now and then, a place that only the event describes.

    Two events of one type, day and district would be taken for one, so the district changes with the round.
    """
    district = number // (len(TYPES) - 1) * 7 % DISTRICTS * IN_DISTRICT
    several = random.choices((1, 2, 3), (70, 20, 10))[0]
    names = [f"place-{district + inside}" for inside in random.sample(range(IN_DISTRICT), several)]
    if several > 1:
        return {"places": [{"place": name} for name in names]}
    return {"place": {"name": f"Yard {number}", "part_of": names[0]} if number % 20 == 7 else names[0]}


def figures(number: int, said: list[Fields], random: Random) -> Fields:
    """What was counted, by the claims that say so."""
    found: Fields = {}
    if number % 5 == 1:
        found["casualties"] = [
            {"type": random.choice(HARM), "count": random.randrange(4), "according_to": claim["id"]}
            for claim in said[:2]
        ]
    if number % 4 == 1:
        count = {"name": "houses", "value": random.randrange(1, 90), "unit": "houses"}
        found["measures"] = [{**count, "according_to": "told-1"}]
    return found


def event(number: int, count: int) -> Invented:
    """An event by its number, in an archive of `count` events."""
    random = Random(f"event {number}")
    day = day_of(number, count)
    dated = when(number, day, random)
    several = random.choices((2, 3, 4), (50, 35, 15))[0]
    registered = [f"source-{source}" for source in random.sample(range(SOURCES), several)]
    inline = [source(SOURCES + number, random)] if number % 10 == 3 else []
    said = claims(number, day, registered, random)
    fields: Fields = {"title": f"{sentence(random, random.randrange(6, 11))[:-1]} ({number})"}
    fields["date"] = dated.text
    if dated.text == str(day) and random.random() < 0.3:
        # Not in the hours in which clocks are changed: such times do not exist, or exist twice.
        fields["time"] = f"{random.randrange(4, 24):02}:{random.randrange(60):02}"
    if number % 6 == 0:
        fields["date_basis"] = "derived"
    fields |= where(number, random)
    fields["type"] = list(TYPES)[number % (len(TYPES) - 1)] if number % SERIES else "series"
    fields["verification"] = "disputed" if any("stance" in claim for claim in said) else "reported"
    fields["summary"] = sentence(random, random.randrange(15, 35))
    fields["actors"] = [
        {"actor": claim["by"], "role": random.choice(ROLES), "according_to": claim["id"]}
        for claim in said[:3]
    ]
    fields["claims"] = said
    fields |= figures(number, said, random)
    fields["unknowns"] = [sentence(random, random.randrange(5, 14)) for _ in range(random.randrange(1, 4))]
    if found := relations(number, count, random):
        fields["relations"] = found
    fields["sources"] = [*({"source": name} for name in registered), *inline]
    fields["tags"] = sorted(set(random.choices(TAGS, k=3)))
    fields["body"] = body(random)
    return Invented(ident(number, count), dated, fields)


def files(count: int) -> Iterator[tuple[str, str]]:
    """Every file of a site of `count` events, as its path and its text."""
    types = ", ".join(f"{key}: {label}" for key, label in TYPES.items())
    roles = ", ".join(f"{key}: {key.capitalize()}" for key in ROLES)
    yield "content/site.yaml", SITE.format(count=count, types=types, roles=roles)
    for name, records in {"places": places(), "actors": actors(), "sources": sources()}.items():
        yield f"content/{name}.yaml", yaml(records)
    yield "content/pages/methodology.md", "# How this was made\n\nBy a program.\n"
    for number in range(count):
        one = event(number, count)
        yield f"content/events/{one.id[:4]}/{one.id}.yaml", yaml(one.fields)


def write(count: int, folder: Path) -> None:
    """Write the archive into a folder that is not there yet, or empty."""
    folders: set[Path] = set()
    for name, text in files(count):
        path = folder / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
