# SPDX-License-Identifier: MIT
"""Files that begin with YAML between two lines of hyphens, or are YAML alone: one event each."""

from __future__ import annotations

import re
from typing import Any

from dateline.clock import ClockError
from dateline.dates import DateError
from dateline.dates.typed import date_and_clock, typed_date
from dateline.document import Document
from dateline.document import read as read_yaml
from dateline.incoming import Gathering, Given, Imported, Place
from dateline.models import Event
from dateline.pieces import clock_of, is_address, source_of, tags_of, with_title
from dateline.tables import text_of
from dateline.yaml_text import Data

ENDINGS = (".md", ".markdown", ".yaml", ".yml")
FRONT = re.compile(r"---[ \t]*\r?\n(.*?)(?:^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE)
OTHERS = {"+++": "TOML", "{": "JSON"}
"""What front matter in another language begins with."""

NAMED_DAY = re.compile(r"(?:.*/)?([0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]+")
"""The name of a file that says the day, as those of Jekyll do."""

ADDRESSES = ("link", "url", "external_url")
SOURCES = ("source", "link", "url", "external_url", "sources")
TAGS = ("tags", "categories", "category", "keywords")
SUMMARIES = ("description", "excerpt")
OWN = {*SOURCES, *TAGS, *SUMMARIES, "title", "date", "draft", "published"}


def read(given: Given) -> Imported:
    """The event of each file."""
    into = Gathering("markdown", given.mapping)
    for name, raw in given.files:
        text = text_of(name, raw, into)
        if text:
            take_file(into, name, text)
    return into.result()


def take_file(into: Gathering, name: str, text: str) -> None:
    """Add the event of a file."""
    match = FRONT.match(text)
    if match is None and not name.endswith((".yaml", ".yml")):
        other = next((word for sign, word in OTHERS.items() if text.startswith(sign)), "")
        hint = "begin it with title and date between two lines of three hyphens"
        why = (
            f"its front matter is in {other}, and only YAML is read"
            if other
            else "this file has no front matter in YAML"
        )
        into.refuse(Place(name, 1), "", "", why, hint)
        return
    # An empty line in place of the hyphens: problems keep their lines.
    front, body = (f"\n{match[1]}", text[match.end() :]) if match else (text, "")
    document = read_yaml(name, front.encode("utf-8", "surrogatepass"))
    if not isinstance(document, Document):
        into.problems.extend(document)
        return
    take_document(into, document, body.strip())


def take_document(into: Gathering, document: Document, body: str) -> None:
    """Add the event of front matter and the text below it."""
    name, data = document.path, document.data
    title, typed = data.get("title"), data.get("date")
    if typed is None and (named := NAMED_DAY.fullmatch(name)):
        typed = named[1]
    line = document.mark(("date",), key=True).line
    if not isinstance(title, str) or not title.strip():
        into.refuse(Place(name, 1), "title", "", "the file has no title")
        return
    try:
        day, clock = date_and_clock(typed if isinstance(typed, str) else "")
        fields: dict[str, Data] = {"date": typed_date(day, into.mapping.order).text}
    except DateError as error:
        into.refuse(Place(name, line), "date", str(typed or ""), error.message, error.hint)
        return
    if clock:
        try:
            fields["time"], zone = clock_of(clock)
            fields |= {"timezone": zone} if zone else {}
        except ClockError as error:
            into.leave(Place(name, line), "date", clock, error.message, error.hint)
    fields |= with_title(title, body, markdown=True)
    take_known(into, document, fields)
    into.keep(Place(name, 1), fields, re.sub(r"\.\w+\Z", "", name))


def take_known(into: Gathering, document: Document, fields: dict[str, Data]) -> None:
    """What else the front matter says: fields of an event as they are, and what blogs call them."""
    data: dict[str, Any] = document.data
    for key, value in data.items():
        if key in Event.model_fields and key not in OWN:
            fields.setdefault(key, value)
        elif (key not in OWN and key != "worked_out") or is_path(key, value):
            at = Place(document.path, document.mark((key,), key=True).line)
            into.leave(at, key, value, "no field holds this")
    fields["sources"] = [
        source_of(one) if isinstance(one, str) and key != "sources" else one
        for key in SOURCES
        for one in listed(data.get(key))
        if not is_path(key, one)
    ]
    fields["tags"] = tags_of(*(str(one) for key in TAGS for one in listed(data.get(key))))
    for key in SUMMARIES:
        if isinstance(data.get(key), str) and data[key].strip():
            fields.setdefault("summary", data[key])
    if data.get("draft") == "true" or data.get("published") == "false":
        fields["status"] = "draft"


def is_path(key: str, value: Any) -> bool:
    """Whether this is where a page stood in the site that it comes from, and no source."""
    return key in ADDRESSES and isinstance(value, str) and not is_address(value)


def listed(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]
