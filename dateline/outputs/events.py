# SPDX-License-Identifier: MIT
"""One page for each event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dateline import wording
from dateline.citation import is_cited_alone
from dateline.dates.periods import years
from dateline.embedded_event import are_embedded, high
from dateline.maps import Circle
from dateline.models import Casualties, Event, Translation
from dateline.moments import StatedTime, stated_times
from dateline.output import Output
from dateline.references import url_or_none
from dateline.relation_graph import RelationGraph, relation_graph
from dateline.rows import AFTER_EVERY_CLOCK
from dateline.share_cards import address, in_words, share_card
from dateline.showing import Shown, shown
from dateline.site_address import edit_page
from dateline.slugs import slug
from dateline.spoken import Way, languages, ways
from dateline.stories import Story
from dateline.terms import Harm, Verification
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline
from dateline.translation_notes import Notice, Tongues, notice, tongues

SPEAKS = "each"

LAST_YEAR = 10**12
"""No date is so far from the year 0, before it or after."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its address."""

    tag: str
    slug: str


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
    times: tuple[StatedTime, ...]
    spans: tuple[Span, ...]
    graph: RelationGraph | None
    media: tuple[Shown, ...]
    tags: tuple[Tag, ...]
    tongues: Tongues
    notice: Notice | None
    translations: tuple[Translated, ...]
    elsewhere: tuple[Way, ...]
    extra: tuple[Custom, ...]
    citation: str
    cited_alone: bool
    file_url: str | None
    edit_url: str | None
    embed_height: int | None
    linked_data: dict[str, Any]
    years: tuple[str, ...]
    in_time: str


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A page for each event that is shown."""
    for entry in timeline.entries:
        given = (is_cited_alone(timeline), are_embedded(timeline))
        made_from = (timeline.made_from(entry), share_card(entry, timeline, theme), given)
        path = f"events/{entry.id}.html"
        yield theme.page_later("event.html", path, made_from, described, entry, timeline, theme)


def described(entry: Entry, timeline: Timeline, theme: Theme) -> tuple[Page, EventPage]:
    """The page of an event and what it shows."""
    story, card = timeline.story(entry), share_card(entry, timeline, theme)
    event = story.event
    written_in = (event.lang or timeline.site.lang, *entry.row.translated_into)
    page = Page(
        path=f"events/{entry.id}.html",
        title=event.title,
        description=f"{theme.term(event.verification)}. {event.summary or theme.date_words(story.date)}",
        kind="article",
        indexed=not theme.folder or theme.language.code in written_in,
        current="timeline",
        image=address(entry.id) if card else "",
        image_alt=in_words(card) if card else "",
        written_in=written_in,
    )
    return page, view(story, timeline, theme, written_in)


def view(entry: Story, timeline: Timeline, theme: Theme, written_in: tuple[str, ...]) -> EventPage:
    """Everything that the page of one event shows."""
    event, site = entry.event, timeline.site
    repository = url_or_none(site.repository)
    return EventPage(
        entry=entry,
        event=event,
        type_slug=slug(event.type or ""),
        circles=circles(entry),
        times=tuple(stated_times(entry)),
        spans=tuple(spans(entry, theme)),
        graph=relation_graph(entry.card, entry.related, mirrored=theme.language.direction == "rtl"),
        media=tuple(shown(medium, event, timeline, f"../{theme.up}") for medium in event.media),
        tags=tuple(Tag(tag, slug(tag)) for tag in event.tags),
        tongues=tongues(event, site.lang, theme.language.code),
        notice=notice(event, site.lang, theme.language.code),
        translations=tuple(
            Translated(lang, event.translations[lang], entry.translated.get(lang))
            for lang in sorted(event.translations)
            if not theme.folder and lang not in languages(site)[1:]
        ),
        elsewhere=tuple(
            way
            for way in ways(site, theme.language.code, f"{theme.up}../", f"events/{entry.id}.html")
            if way.code in written_in and not way.is_current
        ),
        extra=tuple(custom(entry, timeline)),
        citation=citation(entry, timeline, theme),
        cited_alone=is_cited_alone(timeline),
        file_url=f"{repository.href}/blob/main/{entry.path}" if repository else None,
        edit_url=edit_page(repository.href, entry.path) if repository else None,
        embed_height=high(entry, site, theme) if are_embedded(timeline) else None,
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
        yield Custom(label or key.removeprefix("x-").replace("_", " "), as_words(value))
    for key, value in sorted(entry.event.external_ids.items()):
        yield Custom(key, value)


def as_words(value: object) -> str:
    """A value of any shape as a reader reads it: the texts as they were typed, in one line."""
    if isinstance(value, dict):
        told = (str(key) if one is None else f"{key}: {as_words(one)}" for key, one in value.items())
        return "; ".join(told)
    if isinstance(value, list | tuple):
        return "; ".join(map(as_words, value))
    return "" if value is None else str(value)


def circles(entry: Story) -> tuple[Circle, ...]:
    """The places of the entry that have a position."""
    return tuple(
        Circle(
            given.id or "",
            given.place.name,
            given.place.lat,
            given.place.lon,
            float(given.place.uncertainty_m),
            given.place.blur_m or 0,
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
        found["mainEntityOfPage"] = theme.full_address(f"events/{entry.id}.html")
    if entry.event.summary:
        found["abstract"] = entry.event.summary
    if theme.site.licence:
        found["license"] = f"https://spdx.org/licenses/{theme.site.licence}.html"
    if entry.places and entry.event.verification is Verification.CONFIRMED:
        found["contentLocation"] = {"@type": "Place", "name": entry.places[0].place.name}
    return found
