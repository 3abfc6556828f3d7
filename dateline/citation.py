# SPDX-License-Identifier: MIT
"""How to cite the timeline, or one of its events, in the forms that programs for references read.

When an event was is no date of publication: it is told as the event's date and in a note. A record
has no date of publication, because nothing that the timeline is made from says one.
"""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import Any

from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
SUFFIXES = ("bib", "ris", "csl.json")
MOST = 1_000
"""Of a timeline of at most so many events each has citations in files of its own."""


def is_cited_alone(timeline: Timeline) -> bool:
    """Whether each event has citations of its own: the files of a long timeline would be too many."""
    return len(timeline.entries) <= MOST


def of_event(entry: Entry, theme: Theme) -> dict[str, Any]:
    """An event as CSL-JSON."""
    card = entry.card
    when, how = theme.date_words(card.date), theme.term(card.verification)
    return {
        "id": entry.id,
        "type": "entry",
        "title": card.title,
        "container-title": theme.site.title,
        "language": card.lang,
        "event-date": {"literal": card.date.text},
        "note": f"{when}. {how}.",
        **published(f"events/{entry.id}.html", theme),
    }


def of_dataset(theme: Theme) -> dict[str, Any]:
    """The whole timeline as CSL-JSON; its version is the end of what it knows, where it says one."""
    site = theme.site
    known = {"version": site.knowledge_date.text} if site.knowledge_date else {}
    made = {"id": "timeline", "type": "dataset", "title": site.title, "language": site.lang}
    return {**made, **known, **published("index.html", theme)}


def published(path: str, theme: Theme) -> dict[str, Any]:
    """Who published it, and where, as far as that is known."""
    publisher, address = theme.site.publisher, theme.full_address(path)
    return {
        **({"publisher": publisher} if publisher else {}),
        **({"URL": address} if address else {}),
    }


def bibtex(item: Mapping[str, Any]) -> str:
    """The item for BibTeX, which has no kind for data: @misc."""
    named = {
        "title": item["title"],
        "howpublished": item.get("container-title"),
        "publisher": item.get("publisher"),
        "edition": item.get("version"),
        "note": item.get("note"),
    }
    lines = [f"  {name} = {{{latex(text)}}}," for name, text in named.items() if text]
    lines += [f"  url = {{{item['URL']}}},"] if "URL" in item else []
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"]) + "\n"


def latex(text: str) -> str:
    """The text with what LaTeX would take for a command escaped, in one line."""
    return "".join(SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


def ris(item: Mapping[str, Any]) -> str:
    """The item as RIS, whose lines end in CR LF."""
    told = (
        ("TY", "DATA" if item["type"] == "dataset" else "ELEC"),
        ("ID", item["id"]),
        ("TI", item["title"]),
        ("T2", item.get("container-title")),
        ("PB", item.get("publisher")),
        ("ET", item.get("version")),
        ("N1", item.get("note")),
        ("LA", item["language"]),
        ("UR", item.get("URL")),
    )
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in told if text]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def plain(item: Mapping[str, Any]) -> str:
    """The item in words."""
    parts = (item.get("publisher"), item["title"], item.get("version"), item.get("URL"))
    return ". ".join(part for part in parts if part)


def cff(item: Mapping[str, Any], licence: str | None) -> str:
    """The data set as a Citation File (CITATION.cff 1.2.0): YAML, each value as JSON writes it."""
    author = {"name": item.get("publisher") or item["title"]}
    fields = {
        "cff-version": "1.2.0",
        "message": "Please cite this data set as below.",
        "type": "dataset",
        "title": item["title"],
        "authors": [author],
        "version": item.get("version"),
        "url": item.get("URL"),
        "license": licence,
    }
    return "".join(f"{name}: {dumps(value)}\n" for name, value in fields.items() if value)
