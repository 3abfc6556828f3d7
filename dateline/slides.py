# SPDX-License-Identifier: MIT
"""A slide of TimelineJS becomes an event: its date, its texts, and its medium as a source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.clock import ClockError
from dateline.dates import DateError
from dateline.dates.typed import date_and_clock
from dateline.html_text import Read, read_html
from dateline.incoming import LONGEST_LINE, Gathering, Place
from dateline.pieces import clock_of, escaped, is_address, one_line, tags_of, with_title
from dateline.slides_dates import slide_date
from dateline.yaml_text import Data

CARRIED = {"start_date", "end_date", "text", "media", "group", "display_date", "unique_id", "autolink"}
INSIDE = {
    "text": {"headline", "text"},
    "media": {"url", "caption", "credit", "alt", "title", "link", "link_target", "thumbnail"},
}
DATE_PARTS = {"year", "month", "day", "hour", "minute", "time", "typed", "display_date", "format"}
LOOKS = "how a slide looks is the business of templates"


def take_slide(
    into: Gathering, at: Place, slide: object, kind: str = "event", *, cosmological: bool = False
) -> None:
    """Add the event of a slide or an era; the title slide is no event and is noted."""
    if not isinstance(slide, dict):
        into.refuse(at, kind, text_in(slide), "this is no slide")
        return
    text = record(slide, "text")
    headline = read_html(text_in(text.get("headline")))
    if kind == "title":
        why = "the title slide is no event: its words belong in site.yaml or on a page"
        into.leave(at, "title", f"{headline.plain} {text_in(text.get('text'))}".strip(), why)
        note_media(into, at, slide)
        return
    try:
        date = slide_date(slide, into.mapping.order, cosmological=cosmological)
    except DateError as error:
        into.refuse(at, "start_date", date_words(slide), error.message, error.hint)
        return
    body = read_html(text_in(text.get("text")))
    title = one_line(headline.plain)
    if not title:
        into.refuse(at, "headline", "", "the slide has no headline", "write one: it becomes the title")
        return
    fields: dict[str, Data] = {"date": date, **written(title, body)}
    lose(into, at, "headline", headline)
    lose(into, at, "text", body)
    take_clock(into, at, slide, fields)
    take_shown_date(into, at, slide, fields)
    fields["tags"] = tags_of(*(["era"] if kind == "era" else []), text_in(slide.get("group")))
    take_medium(into, at, record(slide, "media"), fields)
    note_rest(into, at, slide)
    into.keep(at, fields, ident_of(at, slide))


def ident_of(at: Place, slide: Mapping[str, Any]) -> str:
    """The id that a slide has in its file, with the file's name; empty where it has none."""
    ident = one_line(text_in(slide.get("unique_id")))
    return f"{at.file.rpartition('.')[0] or at.file}/{ident}"[:LONGEST_LINE] if ident else ""


def written(title: str, body: Read) -> dict[str, Data]:
    """Title and text: as plain text where that says all."""
    return with_title(title, body.plain if body.is_plain else body.markdown, markdown=not body.is_plain)


def take_clock(into: Gathering, at: Place, slide: Mapping[str, Any], fields: dict[str, Data]) -> None:
    """The times of day of a slide."""
    for key, field in (("start_date", "time"), ("end_date", "end_time")):
        date = record(slide, key)
        typed = text_in(date.get("time")) or date_and_clock(text_in(date.get("typed")))[1]
        if not typed and text_in(date.get("hour")):
            typed = f"{text_in(date['hour']):0>2}:{text_in(date.get('minute')) or '0':0>2}"
        if typed:
            try:
                fields[field], zone = clock_of(typed)
            except ClockError as error:
                into.leave(at, f"{key} time", typed, error.message, error.hint)
                continue
            if zone:
                fields["timezone"] = zone
        for part in sorted(date.keys() - DATE_PARTS):
            if text_in(date[part]) not in ("", "0"):
                into.leave(at, f"{key} {part}", text_in(date[part]), "a time is told to the minute")


def take_shown_date(into: Gathering, at: Place, slide: Mapping[str, Any], fields: dict[str, Data]) -> None:
    """The date in the words that TimelineJS shows instead."""
    first = text_in(record(slide, "start_date").get("display_date"))
    own = text_in(slide.get("display_date")) or first
    if own:
        fields["date_note"] = f"Shown as: {one_line(read_html(own).plain)}"
    if first not in ("", own):
        into.leave(at, "start_date display_date", first, "an event has one date to show")
    if last := text_in(record(slide, "end_date").get("display_date")):
        into.leave(at, "end_date display_date", last, "an event has one date to show")


def take_medium(into: Gathering, at: Place, media: Mapping[str, Any], fields: dict[str, Data]) -> None:
    """The medium as a source with its address, or, where it is a text, as text; it is never fetched."""
    address = text_in(media.get("url")).strip()
    caption, credit = read_html(text_in(media.get("caption"))), read_html(text_in(media.get("credit")))
    lose(into, at, "media caption", caption)
    lose(into, at, "media credit", credit)
    if address and not is_address(address):
        quoted = read_html(address)
        lose(into, at, "media", quoted)
        added = "\n\n".join(part for part in (text_of(fields), quoted.markdown) if part)
        if quoted.markdown:
            fields.pop("summary", None)
            fields["body"] = added
    named = one_line(caption.plain) or text_in(media.get("title"))
    said = [f"Credit: {one_line(credit.plain)}"] if credit.plain else []
    if caption.plain and (title := text_in(media.get("title"))):
        said.append(f"Title: {one_line(title)}")
    if alt := text_in(media.get("alt")):
        said.append(f"It shows: {one_line(alt)}")
    if link := text_in(media.get("link")):
        said.append(f"Linked to: {link}")
    if len(named) > LONGEST_LINE:
        said.append(named)
        named = named[:LONGEST_LINE]
    if is_address(address):
        source: dict[str, Data] = {"title": named or "Picture or recording", "url": address}
        fields["sources"] = [{**source, **({"note": ". ".join(said)} if said else {})}]
    elif named or said:
        fields["sources"] = [{"title": named or "Text shown", **({"note": ". ".join(said)} if said else {})}]
    if thumbnail := text_in(media.get("thumbnail")):
        into.leave(at, "media thumbnail", thumbnail, "small pictures are made when a site is built")


def text_of(fields: Mapping[str, Data]) -> str:
    """The text of an event so far, as Markdown."""
    return str(fields.get("body") or escaped(str(fields.get("summary") or "")))


def note_media(into: Gathering, at: Place, slide: Mapping[str, Any]) -> None:
    """Note the medium of a slide that is no event."""
    if medium := record(slide, "media"):
        into.leave(at, "media", text_in(medium), "it belongs to the title slide")


def note_rest(into: Gathering, at: Place, slide: Mapping[str, Any]) -> None:
    """Note the keys of a slide, its text and its medium that no field holds."""
    for key, known in INSIDE.items():
        found = record(slide, key)
        for name in sorted(found.keys() - known):
            if found[name] not in ("", None, {}):
                into.leave(at, f"{key} {name}", text_in(found[name]), "no field holds this")
    for key in sorted(slide.keys() - CARRIED):
        if slide[key] not in ("", None, {}):
            into.leave(at, key, text_in(slide[key]), LOOKS if key == "background" else "no field holds this")


def lose(into: Gathering, at: Place, key: str, read: Read) -> None:
    """Note what stood in a text and can stand in none."""
    for lost in read.lost:
        into.leave(at, key, lost, "no text holds this")


def record(slide: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The record under a key; an empty one where there is none."""
    found = slide.get(key)
    return found if isinstance(found, dict) else {}


def text_in(value: object) -> str:
    """A value as text."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def date_words(slide: Mapping[str, Any]) -> str:
    """The start of a slide as it was typed."""
    return " ".join(f"{key} {value}" for key, value in record(slide, "start_date").items() if value != "")
