# SPDX-License-Identifier: MIT
"""The made-up archive as a site for Hugo, whose pages equal dateline's: `python -m benchmarks.hugo N DIR`.

Hugo gets ready what it has no means of its own for, or would be slow at: dates in words, the order of
events, both ends of each link, and the lists that each event stands in, cut by time as dateline cuts
them. So it reads, renders and writes, at its fastest. It draws no maps and checks nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.blocks import Fields, front_matter
from benchmarks.corpus import Invented
from benchmarks.listing import FOLDERS, Row, day_words, label, pages, period, places_of, words

SITE = Path(__file__).parent / "hugo_site"
ASSETS = Path(__file__).parent.parent / "templates" / "assets"
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
# How many events the home page shows.
LATEST = 30


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
    """An event as a file of Hugo's: front matter, then the body."""
    fields = event.fields
    speakers = {claim["id"]: label("actors", claim["by"]) for claim in fields["claims"]}
    questions: dict[str, list[Fields]] = {}
    for claim in fields["claims"]:
        said = {"said_words": day_words(claim["said"])} if "said" in claim else {}
        questions.setdefault(claim["about"], []).append({**claim, **said})
    rows: Fields = {
        name: [{**row, "speaker": speakers[row["according_to"]]} for row in fields[name]]
        for name in ("actors", "casualties", "measures")
        if name in fields
    }
    params: Fields = {
        "edtf": event.when.text,
        "words": words(event.when),
        "grain": event.when.grain,
        "latest": str(event.when.last),
        **{name: fields[name] for name in ("time", "date_basis") if name in fields},
        "where": places_of(fields),
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
    return front_matter(front) + str(fields["body"])


def files(count: int) -> Iterator[tuple[str, str]]:
    """Every file of Hugo's site but its templates, as its path and its text."""
    made = (corpus.event(number, count) for number in range(count))
    events = sorted(made, key=lambda one: (one.when.first, one.id))
    lists = [listed(page, rows) for page, rows in pages(events)]
    links = related(events)
    for rank, event in enumerate(events, 1):
        yield f"content/events/{event.id}.md", event_page(event, rank, links[event.id])
    for folder in FOLDERS:
        front = {
            "title": folder.capitalize(),
            "outputs": ["html"],
            "url": f"/{folder}.html",
            "params": {"index": folder},
        }
        yield f"content/{folder}.md", front_matter(front)
    front = {"title": "How to read this", "outputs": ["html"]}
    yield "content/methodology.md", front_matter(front) + "By a program.\n"
    rows = [event.id for event in events if event.fields["type"] != "series"]
    data = {
        "lists": lists,
        "index": {folder: index(folder, lists) for folder in FOLDERS},
        "years": [period(page["key"], page["count"]) for page in lists if page["key"].isdigit()],
        "latest": [f"/events/{ident}" for ident in rows[-LATEST:]],
        "places": corpus.places(),
        "actors": corpus.actors(),
        "sources": {name: {**one, "date": day_words(one["date"])} for name, one in corpus.sources().items()},
        "types": corpus.TYPES,
    }
    yield from ((f"data/{name}.json", json.dumps(held)) for name, held in data.items())


def listed(page: Fields, rows: list[Row]) -> Fields:
    """A list page as Hugo's templates want it: with its key, its address and the events it shows."""
    address = page["address"]
    shown = [f"/events/{row.id}" for row in rows]
    return {**page, "key": address.replace("/", "_"), "url": f"/{address}.html", "shown": shown}


def index(folder: str, lists: list[Fields]) -> list[Fields]:
    """The list of all places, actors, sources, types or tags."""
    items = [page for page in lists if page.get("folder") == folder]
    return [
        {"label": page["title"], "address": page["url"][1:], "count": page["count"]}
        for page in sorted(items, key=lambda page: (page["title"], page["url"]))
    ]


def write(count: int, folder: Path) -> None:
    """Write the site into a folder that is not there yet."""
    shutil.copytree(SITE, folder)
    shutil.copytree(ASSETS, folder / "static" / "assets")
    for name, text in files(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def version(program: Path) -> str:
    """Which Hugo it is: "Hugo 0.168.0"."""
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    return "Hugo " + said.split()[1].partition("-")[0].removeprefix("v")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
