# SPDX-License-Identifier: MIT
"""One page for each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from dateline import wording
from dateline.clock import ClockError
from dateline.clock.zones import moment
from dateline.dates.periods import years
from dateline.maps import Circle
from dateline.models import Casualties, Event, Media, Translation
from dateline.output import Output
from dateline.references import url_or_none
from dateline.registry import Name
from dateline.rows import AFTER_EVERY_CLOCK
from dateline.slugs import slug
from dateline.stories import Story
from dateline.terms import Harm, Verification
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline
from dateline.urls import Url

LAST_YEAR = 10**12
"""No date is so far from the year 0, before it or after."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its address."""

    tag: str
    slug: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A medium; `address` is None where it is described and not shown."""

    medium: Media
    address: str | None
    width: int
    height: int
    source: Name | None
    url: Url | None


@dataclass(frozen=True, slots=True)
class Translated:
    """The texts of the event in one language."""

    lang: str
    text: Translation
    body: Markup | None


@dataclass(frozen=True, slots=True)
class Custom:
    """A custom field as the reader sees it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest figure that several speakers give for one kind of harm."""

    type: Harm
    group: str
    words: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """What an event's page shows."""

    entry: Story
    event: Event
    type_slug: str
    circles: tuple[Circle, ...]
    utc: str | None
    spans: tuple[Span, ...]
    media: tuple[Shown, ...]
    tags: tuple[Tag, ...]
    translations: tuple[Translated, ...]
    extra: tuple[Custom, ...]
    citation: str
    file_url: str | None
    linked_data: dict[str, Any]
    years: tuple[str, ...]
    in_time: str


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A page for each event that is shown."""
    for entry in timeline.entries:
        make = partial(described, entry, timeline, theme)
        yield theme.page_later("event.html", f"events/{entry.id}.html", timeline.made_from(entry), make)


def described(entry: Entry, timeline: Timeline, theme: Theme) -> tuple[Page, EventPage]:
    """The page of an event and what it shows."""
    story = timeline.story(entry)
    event = story.event
    page = Page(
        f"events/{entry.id}.html", event.title, event.summary or "", kind="article", current="timeline"
    )
    return page, view(story, timeline, theme)


def view(entry: Story, timeline: Timeline, theme: Theme) -> EventPage:
    """Everything that the page of one event shows."""
    event, site = entry.event, timeline.site
    repository = url_or_none(site.repository)
    return EventPage(
        entry=entry,
        event=event,
        type_slug=slug(event.type or ""),
        circles=circles(entry),
        utc=utc(entry),
        spans=tuple(spans(entry, theme)),
        media=tuple(shown(medium, timeline) for medium in event.media),
        tags=tuple(Tag(tag, slug(tag)) for tag in event.tags),
        translations=tuple(
            Translated(lang, event.translations[lang], entry.translated.get(lang))
            for lang in sorted(event.translations)
        ),
        extra=tuple(custom(entry, timeline)),
        citation=citation(entry, timeline, theme),
        file_url=f"{repository.href}/blob/main/{entry.path}" if repository else None,
        linked_data=linked_data(entry, theme),
        years=years(event.date),
        in_time=in_time(event),
    )


def in_time(event: Event) -> str:
    """A text that sorts events by when they began, whatever the year; what has no stated hour comes last."""
    first, has_start, *_ = event.date.sort_key
    minute = event.time.earliest_minute if event.time else AFTER_EVERY_CLOCK
    return f"d{first.year + LAST_YEAR:013}-{first.month:02}-{first.day:02}-{has_start:d}-{max(minute, 0):04}"


def custom(entry: Story, timeline: Timeline) -> Iterator[Custom]:
    """The event's custom fields, then its ids elsewhere."""
    declared = timeline.site.fields
    for key, value in sorted(entry.event.extra.items()):
        label = declared[key].label if key in declared else None
        yield Custom(label or key.removeprefix("x-").replace("_", " "), str(value))
    for key, value in sorted(entry.event.external_ids.items()):
        yield Custom(key, value)


def circles(entry: Story) -> tuple[Circle, ...]:
    """The places of the entry that have a position."""
    return tuple(
        Circle(
            given.id or "",
            given.place.name,
            given.place.lat,
            given.place.lon,
            float(given.place.uncertainty_m),
        )
        for given in entry.places
        if given.place.lat is not None and given.place.lon is not None and given.place.uncertainty_m
    )


def spans(entry: Story, theme: Theme) -> Iterator[Span]:
    """Where different speakers give figures for the same people, the range of what they say."""
    kinds: dict[tuple[Harm, str], list[Casualties]] = {}
    for row in entry.event.casualties:
        if wording.is_figure(row):
            kinds.setdefault((row.type, row.group), []).append(row)
    for (harm, group), rows in kinds.items():
        if len({row.according_to for row in rows}) > 1:
            yield Span(harm, group, wording.span(rows, theme.language))


def utc(entry: Story) -> str | None:
    """The moment in UTC, for a stated local time on a stated day; never for a vague one."""
    time, day = entry.event.time, entry.date.earliest
    if time is None or time.approximate or time.named or day is None or day != entry.date.latest:
        return None
    try:
        found = moment(day, time.earliest_minute, entry.zone, entry.event.fold or 0)
    except ClockError:
        return None
    return found.utc[:16].replace("T", " ")


def shown(medium: Media, timeline: Timeline) -> Shown:
    """A medium with its published picture, where it has one that may be shown."""
    picture = (
        timeline.pictures.get(medium.file or "") if medium.available and medium.alt is not None else None
    )
    return Shown(
        medium=medium,
        address=picture.address if picture else None,
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        source=timeline.registry.source_name(medium.source),
        url=url_or_none(medium.url),
    )


def citation(entry: Story, timeline: Timeline, theme: Theme) -> str:
    """How to cite the entry, in plain words; the address is added by the page."""
    words = theme.language.gettext("“%(title)s” (%(date)s; %(verification)s). In: %(site)s.")
    return words % {
        "title": f"\N{FIRST STRONG ISOLATE}{entry.event.title}\N{POP DIRECTIONAL ISOLATE}",
        "date": theme.date_words(entry.date),
        "verification": theme.term(entry.event.verification).lower(),
        "site": timeline.site.title,
    }


def linked_data(entry: Story, theme: Theme) -> dict[str, Any]:
    """The page as schema.org describes it.

    It says that this is an article about an event, with the article's own sources; a claim is not
    turned into a statement of fact, so a doubtful event carries no place and no outcome.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": entry.event.title,
        "inLanguage": entry.card.lang,
        "creativeWorkStatus": theme.term(entry.event.verification),
        "temporalCoverage": entry.date.text,
        "citation": [one.source.title for one in entry.cited],
        "isPartOf": {"@type": "Dataset", "name": theme.site.title},
    }
    if theme.base_url:
        found["mainEntityOfPage"] = f"{theme.base_url}events/{entry.id}.html"
    if entry.event.summary:
        found["abstract"] = entry.event.summary
    if theme.site.licence:
        found["license"] = f"https://spdx.org/licenses/{theme.site.licence}.html"
    if entry.places and entry.event.verification is Verification.CONFIRMED:
        found["contentLocation"] = {"@type": "Place", "name": entry.places[0].place.name}
    return found
