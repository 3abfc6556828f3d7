# SPDX-License-Identifier: MIT
"""A row of a table, as columns with values, becomes the fields of an event by a mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.clock import ClockError
from dateline.dates import DateError
from dateline.dates.typed import date_and_clock
from dateline.incoming import Gathering, Place
from dateline.kinds import WHOLE
from dateline.pieces import (
    clock_of,
    decimal_of,
    is_address,
    one_line,
    place_of,
    source_of,
    tags_of,
    told,
    with_title,
    word_of,
)
from dateline.table_dates import row_date
from dateline.table_map import TableMap
from dateline.yaml_text import Data

COLUMN = re.compile(r"\{([^{}]*)\}")
SEPARATOR = re.compile(r"\s*;\s*")
NO_TIME = re.compile(r"0?0:00:00(\.0+)?Z?|0:00")
AS_IS = ("notes", "timezone", "verification", "outcome", "lang", "date_original")
HARMS = ("killed", "injured")
FIGURES = ("", "_reported", "_low", "_best", "_high")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, by field: each value with the column where it stands."""

    at: Place
    cells: dict[str, list[tuple[str, str]]]

    def texts(self, field: str) -> list[str]:
        """The values of a field."""
        return [value for _, value in self.cells.get(field, ())]

    def text(self, field: str) -> str:
        """The values of a field in one text."""
        return ", ".join(self.texts(field))

    def column(self, field: str) -> str:
        """The column that fills a field, or the field's own name."""
        cells = self.cells.get(field)
        return cells[0][0] if cells else field


def take_row(
    into: Gathering, at: Place, columns: Mapping[str, str], known: Mapping[str, str] | None = None
) -> None:
    """Add the event of a row; what stands in columns that fill no field is noted, but for those left out.

    `known` holds fields that need no column.
    """
    row = sorted_out(into, at, columns)
    for field, value in (known or {}).items():
        row.cells.setdefault(field, [(field, value)])
    try:
        date, clock = date_and_clock(row.text("date"))
        last, last_clock = date_and_clock(row.text("date_end"))
        fields: dict[str, Data] = {
            "date": row_date(date, last, row.text("date_precision"), into.mapping.order)
        }
    except DateError as error:
        why = error.message if row.text("date") else "the row has no date"
        hint = error.hint if row.text("date") else "give it a date, or take the row out"
        into.refuse(at, row.column("date"), row.text("date"), why, hint)
        return
    if not one_line(row.text("title")):
        hint = "name the column that is the title, or make one: made: {title: '{a column}, {another}'}"
        into.refuse(at, row.column("title"), "", "the row has no title", hint)
        return
    take_times(into, row, fields, clock, last_clock)
    take_texts(row, fields)
    take_place(into, row, fields)
    take_people(into, row, fields)
    take_sources(row, fields)
    take_others(row, fields)
    take_origin(into, row, fields)


def sorted_out(into: Gathering, at: Place, columns: Mapping[str, str]) -> Row:
    """The values of a row by field, in the words of the mapping."""
    mapping: TableMap = into.mapping
    cells: dict[str, list[tuple[str, str]]] = {}
    for column, typed in columns.items():
        value = typed.strip()
        targets = mapping.fields_of(column)
        if value and targets is None:
            into.leave(at, column, value, "the mapping gives this column no field", "give it one, or null")
        for field in targets or ():
            words = mapping.values.get(field, {})
            if value:
                cells.setdefault(field, []).append((column, words.get(value, value)))
    for field, pattern in mapping.made.items():
        made = COLUMN.sub(lambda match: columns.get(match[1], ""), pattern)
        cells[field] = [(field, made.strip(" ,:;-"))]
    return Row(at, cells)


def take_times(into: Gathering, row: Row, fields: dict[str, Data], clock: str, last_clock: str) -> None:
    """The times of day, from columns of their own or behind the dates."""
    for field, behind in (("time", clock), ("end_time", last_clock)):
        typed = row.text(field) or behind
        if not typed:
            continue
        if typed == behind and NO_TIME.fullmatch(typed):
            into.leave(row.at, row.column("date"), typed, "a program's way to write a day without a time")
            continue
        try:
            fields[field], zone = clock_of(typed)
        except ClockError as error:
            into.leave(row.at, row.column(field), typed, error.message, error.hint)
            continue
        if zone and not row.text("timezone"):
            fields["timezone"] = zone


def take_texts(row: Row, fields: dict[str, Data]) -> None:
    """Title, summary and body."""
    summary, body = "\n\n".join(row.texts("summary")), "\n\n".join(row.texts("body"))
    fields |= with_title(one_line(row.text("title")), "\n\n".join(row.texts("text")))
    if summary and "summary" not in fields:
        fields["summary"] = summary
        summary = ""
    whole = "\n\n".join(part for part in (str(fields.get("body", "")), body) if part)
    if summary:
        whole = "\n\n".join(part for part in (whole, str(told(summary).get("body", summary))) if part)
    if whole:
        fields["body"] = whole


def take_place(into: Gathering, row: Row, fields: dict[str, Data]) -> None:
    """The place; a point needs the radius of a circle that surely holds it."""
    name = one_line(row.text("place"))
    more: dict[str, Data] = {}
    lat, lon, around = row.text("lat"), row.text("lon"), row.text("uncertainty_m")
    if lat or lon:
        point = decimal_of(lat), decimal_of(lon)
        if None in point:
            into.leave(row.at, row.column("lat"), f"{lat}, {lon}", "this is no point in decimal degrees")
        elif not WHOLE.match(around) or not int(around):
            why = "nobody says how far off this point may be"
            hint = "let a mapping say it in metres: made: {uncertainty_m: '5000'}"
            into.leave(row.at, row.column("lat"), f"{lat}, {lon}", why, hint)
        else:
            more = {"lat": point[0], "lon": point[1], "uncertainty_m": int(around)}
            name = name or f"{lat}, {lon}"
    for field in ("precision", "country"):
        if value := row.text(field):
            if name:
                more[field] = value
            else:
                into.leave(row.at, row.column(field), value, "no place is named that this could be about")
    if name:
        fields["place"] = place_of(name, more)


def take_people(into: Gathering, row: Row, fields: dict[str, Data]) -> None:
    """Who took part, and how many were harmed."""
    names = [one_line(name) for text in row.texts("actor") for name in SEPARATOR.split(text) if name.strip()]
    fields["actors"] = [{"actor": name} for name in dict.fromkeys(names)]
    rows: list[Data] = []
    for harm in HARMS:
        figures: dict[str, int] = {}
        for ending in FIGURES:
            typed = row.text(harm + ending)
            if typed and WHOLE.match(typed):
                figures[ending] = int(typed)
            elif typed:
                into.leave(row.at, row.column(harm + ending), typed, "this is no whole number")
        rows += harmed(harm, figures)
    fields["casualties"] = rows


def harmed(harm: str, figures: Mapping[str, int]) -> list[Data]:
    """The row of casualties that figures make; none reported is not the same as none."""
    if "" in figures:
        return [{"type": harm, "count": figures[""]}]
    if "_reported" in figures:
        number = figures["_reported"]
        return [{"type": harm, "count": number} if number else {"type": harm, "low": 0, "high": None}]
    ends: dict[str, Data] = {key.removeprefix("_"): value for key, value in figures.items()}
    return [{"type": harm, **ends}] if ends else []


def take_sources(row: Row, fields: dict[str, Data]) -> None:
    """The sources: those named, and the one that several columns describe."""
    named = [one for text in row.texts("source") for one in SEPARATOR.split(text) if one.strip()]
    sources: list[Data] = [source_of(one_line(one)) for one in dict.fromkeys(named)]
    keys = ("title", "publisher", "date", "url")
    told_of: dict[str, Data] = {key: row.text(f"source_{key}") for key in keys if row.text(f"source_{key}")}
    if told_of:
        url = str(told_of.get("url", ""))
        if url and not is_address(url):
            del told_of["url"]
            told_of["note"] = url
        title = told_of.get("title") or told_of.get("publisher") or url
        sources.append({**told_of, "title": one_line(str(title or "Source without a title"))})
    fields["sources"] = sources


def take_others(row: Row, fields: dict[str, Data]) -> None:
    """What goes over as it is: type, tags and further texts."""
    if kind := row.text("type"):
        fields["type"] = word_of(kind)
    fields["tags"] = tags_of(*(one for text in row.texts("tag") for one in re.split(r"[;,]", text)))
    for name in AS_IS:
        if value := row.text(name):
            fields[name] = value
    for target, key in (("extra.", "extra"), ("external.", "external_ids")):
        found = {name.removeprefix(target): row.text(name) for name in row.cells if name.startswith(target)}
        if found:
            fields[key] = {name: one_line(value) for name, value in found.items()}


def take_origin(into: Gathering, row: Row, fields: dict[str, Data]) -> None:
    """Keep the event under its id, which an origin with a name of its own makes good for all files."""
    ident = one_line(row.text("id"))
    file = row.at.file.rpartition(".")[0] or row.at.file
    if ident and not into.mapping.origin:
        ident = f"{file}/{ident}"
    into.keep(row.at, fields, ident, into.mapping.origin)
