# SPDX-License-Identifier: MIT
"""The made-up archive as a site for Hugo, whose pages equal dateline's: `python -m benchmarks.hugo N DIR`.

Hugo gets ready what it has no means of its own for, or would be slow at: dates in words, the order of
events, both ends of each link, and the lists that each event stands in, cut by time as dateline cuts
them. So it reads, renders and writes, at its fastest. It draws no maps and checks nothing.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks import corpus
from benchmarks.corpus import Fields, Invented, When

SITE = Path(__file__).parent / "hugo_site"
ASSETS = Path(__file__).parent.parent / "templates" / "assets"
MONTHS = (
    "January February March April May June July August September October November December".split()
)
SEASON_WORDS = {3: "spring", 6: "summer", 9: "autumn"}
QUESTIONS = {
    "occurrence": "Whether it happened",
    "time": "When it happened",
    "count": "How many",
    "damage": "Damage and impact",
    "method": "How it was done",
    "identity": "Who was involved",
    "place": "Where it happened",
}
LINKS = {
    "part_of": ("Part of", "Includes"),
    "follows": ("Came after", "Came before"),
    "responds_to": ("In response to", "Answered by"),
    "similar_to": ("Similar to", "Similar to"),
    "anniversary_of": ("Anniversary of", "Its anniversary"),
}
# How many events one page of dateline's shows in full, and how its periods grow shorter.
MOST, LATEST = 100, 30
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
        "days": whole[10] if exact and length < 366 else (),  # noqa: PLR2004  # dateline's bound
    }


def shelves(address: str, rows: list[Row], period: str = "", level: int = 0) -> Iterator[tuple[Fields, list[Row]]]:
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
    parts = [{"address": f"{stem}/{key}.html", "words": day_words(key), "count": len(held[key])} for key in sorted(held)]
    yield page | {"parts": parts}, vague
    for key in sorted(held):
        yield from shelves(f"{stem}/{key}", held[key], key, level + 1)


def listed(events: Iterable[Invented]) -> dict[str, dict[str, list[Row]]]:
    """The events of each list, by its folder and key, in order."""
    registry = corpus.places()
    found: dict[str, dict[str, list[Row]]] = {
        "places": {name: [] for name in registry},
        "actors": {name: [] for name in corpus.actors()},
        "sources": {name: [] for name in corpus.sources()},
        "types": {name: [] for name in corpus.TYPES},
        "tags": {},
        "years": {},
        "months": {},
        "days": {},
    }
    for event in events:
        row, fields = Row(event.id, periods(event.when)), event.fields
        inside = [place for given in where(fields) if (place := given.get("place"))]
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


def where(fields: Fields) -> list[Fields]:
    """The places of an event, each as a record."""
    given: list[Any] = fields.get("places") or [fields["place"]]
    return [{"place": place} if isinstance(place, str) else place for place in given]


def pages(events: list[Invented]) -> Iterator[tuple[Fields, list[Row]]]:
    """Every list page: what it says of itself, and the events whose cards stand on it."""
    held = listed(events)
    registry = corpus.places()
    for folder in ("places", "actors", "sources", "types", "tags"):
        for name, rows in held[folder].items():
            first, *rest = shelves(f"{folder}/{name.replace('_', '-')}", rows)
            title = label(folder, name)
            about: Fields = {"title": title, "folder": folder}
            if folder in ("places", "actors", "sources"):
                about[folder[:-1]] = name
            if folder == "places":
                about["holds"] = [other for other, place in registry.items() if place.get("part_of") == name]
            yield first[0] | about, first[1]
            for page, shown in rest:
                crumbs = [{"address": f"{folder}.html", "words": folder.capitalize()}]
                crumbs.append({"address": f"{first[0]['address']}.html", "words": title})
                yield page | {"title": f"{title}: {day_words(page['period'])}", "whole": name, "crumbs": crumbs}, shown
    for level, length in enumerate(LENGTHS):
        keys = sorted(held[length])
        for place, key in enumerate(keys):
            rows = held[length][key]
            shorter = LENGTHS[level + 1] if level < len(LENGTHS) - 1 else ""
            longer = [key[:size] for size in (4, 7) if len(key) > size and key[:size] in held[LENGTHS[(size - 4) // 3]]]
            page = {
                **period(key, len(rows)),
                "address": key.replace("-", "/"),
                "title": day_words(key),
                "crumbs": [{"address": "index.html", "words": "Timeline"}, *(period(part, 0) for part in longer)],
                "parts": [
                    period(part, len(held[shorter][part])) for part in sorted(held.get(shorter, ())) if part[: len(key)] == key
                ],
                "before": period(keys[place - 1], 0) if place else None,
                "after": period(keys[place + 1], 0) if place + 1 < len(keys) else None,
            }
            vague = [row for row in rows if not shorter or not row.periods[shorter]]
            yield page, rows if len(rows) <= MOST else vague if shorter else rows


def period(key: str, count: int) -> Fields:
    """A way to the page of a period."""
    return {"address": f"{key.replace('-', '/')}.html", "words": day_words(key), "count": count}


def label(folder: str, name: str) -> str:
    """The name of a list."""
    if folder == "types":
        return corpus.TYPES[name]
    number = name.rpartition("-")[2]
    return {"places": f"Place {number}", "actors": f"Group {number}", "sources": f"Report {number}"}.get(folder, name)


def related(events: list[Invented]) -> dict[str, list[Fields]]:
    """The links of each event, from both ends."""
    found: dict[str, list[Fields]] = {event.id: [] for event in events}
    for event in events:
        for kind, link in event.fields.get("relations", {}).items():
            other = link if isinstance(link, str) else link["event"]
            note = {"note": link["note"]} if isinstance(link, dict) and "note" in link else {}
            there, back = LINKS[kind]
            found[event.id].append({"words": there, "event": f"/events/{other}", **note})
            found[other].append({"words": back, "event": f"/events/{event.id}", **note})
    return found


def event_page(event: Invented, rank: int, links: list[Fields]) -> str:
    """An event as a file of Hugo's: front matter in YAML, then the body."""
    fields = event.fields
    speakers = {claim["id"]: label("actors", claim["by"]) for claim in fields["claims"]}
    questions: dict[str, list[Fields]] = {}
    for claim in fields["claims"]:
        said = {"said_words": day_words(claim["said"])} if "said" in claim else {}
        questions.setdefault(claim["about"], []).append({**claim, **said})
    rows = {
        name: [{**row, "speaker": speakers[row["according_to"]]} for row in fields[name]]
        for name in ("actors", "casualties", "measures")
        if name in fields
    }
    params = {
        "edtf": event.when.text,
        "words": words(event.when),
        "grain": event.when.grain,
        "latest": str(event.when.last),
        **{name: fields[name] for name in ("time", "date_basis") if name in fields},
        "where": where(fields),
        "kind": fields["type"],
        "type_slug": fields["type"].replace("_", "-"),
        "series": fields["type"] == "series",
        "verification": fields["verification"],
        "lead": fields["summary"],
        **rows,
        "questions": [{"question": QUESTIONS[about], "claims": said} for about, said in questions.items()],
        "unknowns": fields["unknowns"],
        "related": links,
        "sources": fields["sources"],
        "tags": fields["tags"],
    }
    front = {"title": fields["title"], "date": str(event.when.first), "weight": rank, "params": params}
    return f"---\n{chr(10).join(corpus.typed(front, json.dumps))}\n---\n{fields['body']}"


def files(count: int) -> Iterator[tuple[str, str]]:
    """Every file of Hugo's site but its templates, as its path and its text."""
    events = sorted((corpus.event(number, count) for number in range(count)), key=lambda one: (one.when.first, one.id))
    made = list(pages(events))
    lists, counts = [], {}
    for page, rows in made:
        address = page.pop("address")
        key = address.replace("/", "_")
        shown = [f"/events/{row.id}" for row in rows]
        lists.append({**page, "key": key, "url": f"/{address}.html", "shown": shown})
        counts[address] = page["count"]
    links = related(events)
    for rank, event in enumerate(events, 1):
        text = event_page(event, rank, links[event.id])
        yield f"content/events/{event.id}.md", text
    index = {}
    for folder in ("places", "actors", "sources", "types", "tags"):
        names = [(page["title"], page["url"]) for page in lists if page.get("folder") == folder]
        index[folder] = [
            {"label": title, "address": url[1:], "count": counts[url[1:-5]], "detail": ""} for title, url in sorted(names)
        ]
        front = {"title": folder.capitalize(), "outputs": ["html"], "url": f"/{folder}.html", "params": {"index": folder}}
        yield f"content/{folder}.md", f"---\n{chr(10).join(corpus.typed(front, json.dumps))}\n---\n"
    yield "content/methodology.md", "---\ntitle: How to read this\noutputs: [html]\n---\nBy a program.\n"
    data = {
        "lists": lists,
        "index": index,
        "years": [period(page["url"][1:-5], page["count"]) for page in lists if page["url"][1:-5].isdigit()],
        "latest": [f"/events/{event.id}" for event in events if event.fields["type"] != "series"][-LATEST:],
        "places": corpus.places(),
        "actors": corpus.actors(),
        "sources": {name: {**one, "date": day_words(one["date"])} for name, one in corpus.sources().items()},
        "types": corpus.TYPES,
    }
    yield from ((f"data/{name}.json", json.dumps(held)) for name, held in data.items())


def write(count: int, folder: Path) -> None:
    """Write the site into a folder that is not there yet."""
    shutil.copytree(SITE, folder)
    shutil.copytree(ASSETS, folder / "static" / "assets")
    for name, text in files(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
