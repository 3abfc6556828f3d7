# SPDX-License-Identifier: MIT
"""A review as text for a terminal, as Markdown for a job summary and as data.

What content says is marked as `Said` from the start, so that every form makes it safe in its own way:
on a terminal with everything invisible spelt out, in Markdown in code that it cannot leave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from dateline.comparison import Change
from dateline.difference import Difference, EventChange, Fate, RecordChange
from dateline.problems import Problem
from dateline.report import LONGEST_SUMMARY, code_span, fenced, notice, safe, safe_json
from dateline.review import Card, Review

MOST_ITEMS = 100
"""So many items of a section are shown, and so many lines below one; the rest are counted."""

LONGEST_CARD = 40
"""A card has at most so many lines."""

NOTHING = "Nothing changes in the timeline."
NO_TIMELINE = "One of the two has no sound content/site.yaml, so there is nothing to compare."
BESIDE = (
    "This changes more than content. What is told here says nothing of the files outside content/: read "
    "them before you merge."
)
HIDDEN = "it is a draft or under embargo now, or it has an error"
ONE = {"places": "place", "actors": "actor", "sources": "source"}


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are not ours."""

    text: str


Words = tuple[str | Said, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to tell, and lines about it."""

    words: Words
    under: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is said of all items, and the items."""

    heading: str
    items: tuple[Item, ...]
    lead: str = ""


def sections(review: Review) -> Iterator[Section]:
    """What there is to tell, the most pressing first."""
    found = review.difference
    if review.beside:
        files = tuple(Item((Said(path),)) for path in review.beside)
        yield Section("More than content", files, BESIDE)
    if review.concerns:
        yield Section("To look at", tuple(map(of_concern, review.concerns)))
    if found.events:
        yield Section("Events", tuple(map(of_event, found.events)))
    if found.records:
        yield Section("Registries", tuple(map(of_record, found.records)))
    if found.settings or found.pages:
        settings = [Item(of_change(change)) for change in found.settings]
        pages = [Item(("page ", Said(ident))) for ident in found.pages]
        yield Section("The site", (*settings, *pages))


def headline(review: Review) -> str:
    """How much changes: "1 event added, 2 changed (1 moved in time); 1 place changed"."""
    parts = [part for part in (of_events(review.difference), of_records(review.difference)) if part]
    if review.difference.settings:
        parts.append("settings of the site changed")
    if review.difference.pages:
        parts.append(counted(len(review.difference.pages), "page of prose") + " changed")
    said = "; ".join(parts)
    nothing = NOTHING if review.comparable else NO_TIMELINE
    text = f"{said[:1].upper()}{said[1:]}." if said else nothing
    if review.errors:
        text += f" The content has {counted(review.errors, 'error')}: what cannot be read is left out here."
    return text


def of_events(found: Difference) -> str:
    """How many events there are of each fate."""
    counts = Counter(change.fate for change in found.events)
    parts = [f"{counts[fate]} {fate}" for fate in Fate if counts[fate]]
    marks = {
        "moved in time": sum(change.moved for change in found.events),
        "retitled": sum(change.retitled for change in found.events),
    }
    more = ", ".join(f"{number} {mark}" for mark, number in marks.items() if number)
    return f"events: {', '.join(parts)}{f' ({more})' if more else ''}" if parts else ""


def of_records(found: Difference) -> str:
    """How many records of each registry there are of each fate."""
    counts = Counter((record.registry, record.fate) for record in found.records)
    return "; ".join(f"{registry}: {number} {fate}" for (registry, fate), number in counts.items())


def of_concern(problem: Problem) -> Item:
    """A problem that a reviewer decides on."""
    kind = f"{problem.severity} {problem.code.id} {problem.code.name}, "
    place = Said(f"{problem.path}:{problem.line}")
    hint: tuple[Words, ...] = ((Said(problem.hint),),) if problem.hint else ()
    return Item((kind, place, ": ", Said(problem.message)), hint)


def of_event(change: EventChange) -> Item:
    """What became of an event."""
    words: Words = (f"{change.fate}: ", Said(change.id))
    if change.was:
        words = (*words, ", before ", Said(change.was))
    if change.now:
        words = (*words, ", into ", Said(change.now))
    why = ((HIDDEN,),) if change.fate is Fate.HIDDEN else ()
    return Item((*words, ", ", Said(change.title)), (*why, *below(change.changes)))


def of_record(change: RecordChange) -> Item:
    """What became of a record, and how many events it touches."""
    touches = f", in {counted(change.events, 'event')}" if change.events else ", in no event"
    words: Words = (
        f"{change.fate}: {ONE[change.registry]} ",
        Said(change.id),
        ", ",
        Said(change.name),
        touches,
    )
    gone = (("its page goes, and with it its address",),) if change.fate is Fate.REMOVED else ()
    return Item(words, (*gone, *below(change.changes)))


def below(changes: tuple[Change, ...]) -> tuple[Words, ...]:
    """A line for each change, up to a limit."""
    shown = tuple(map(of_change, changes[:MOST_ITEMS]))
    return (*shown, (f"and {len(changes) - MOST_ITEMS} more",)) if changes[MOST_ITEMS:] else shown


def of_change(change: Change) -> Words:
    """What a field held, and what it holds."""
    field = Said(change.field)
    if change.before is None:
        return field, " added: ", Said(change.after or "")
    if change.after is None:
        return field, " taken out: ", Said(change.before)
    return field, ": ", Said(change.before), " → ", Said(change.after)


def counted(number: int, word: str) -> str:
    """A number with its word."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def limited(items: tuple[Item, ...]) -> Iterable[Item]:
    """So many items as are shown, and how many more there are."""
    left = len(items) - MOST_ITEMS
    return (*items[:MOST_ITEMS], Item((f"and {left} more",))) if left > 0 else items


def as_text(review: Review) -> str:
    """The review for a reader at a terminal; no line begins with content."""
    lines = [headline(review)]
    for section in sections(review):
        lines += ["", section.heading, *([section.lead] if section.lead else [])]
        for item in limited(section.items):
            lines.append(f"- {plain(item.words)}")
            lines += [f"    - {plain(words)}" for words in item.under]
    for card in review.cards:
        lines += ["", f"{card.fate}: {safe(card.id)}", *(f"  | {safe(line)}" for line in shortened(card))]
    lines += ["", left_out(review)] if review.undrawn else []
    return "".join(f"{line}\n" for line in lines)


def plain(words: Words) -> str:
    """Words on one line of a terminal."""
    return "".join(safe(part.text) if isinstance(part, Said) else part for part in words)


def shortened(card: Card) -> tuple[str, ...]:
    """The lines of a card, up to a limit."""
    left = len(card.lines) - LONGEST_CARD
    return (*card.lines[:LONGEST_CARD], f"and {left} lines more") if left > 0 else card.lines


def left_out(review: Review) -> str:
    """How many events are not drawn."""
    return f"{counted(review.undrawn, 'event')} more not drawn here; the preview has them."


def as_markdown(review: Review) -> str:
    """The review for a job summary, within what GitHub takes."""
    made = f"### What this changes\n\n{headline(review)}\n"
    for part in markdown_parts(review):
        if len(made.encode()) + len(part.encode()) > LONGEST_SUMMARY:
            return f"{made}\nand more, for which there is no room here\n"
        made += part
    return made


def markdown_parts(review: Review) -> Iterator[str]:
    """The parts of the Markdown after its headline."""
    for section in sections(review):
        yield f"\n#### {section.heading}\n\n" + (f"**{section.lead}**\n\n" if section.lead else "")
        for item in limited(section.items):
            yield f"- {marked(item.words)}\n" + "".join(f"  - {marked(words)}\n" for words in item.under)
    if review.cards:
        yield "\n#### As a reader will see it\n"
    for card in review.cards:
        yield f"\n{card.fate}: {code_span(card.id)}\n\n{fenced(shortened(card))}"
    if review.undrawn:
        yield f"\n{left_out(review)}\n"


def marked(words: Words) -> str:
    """Words in Markdown."""
    return "".join(code_span(part.text) if isinstance(part, Said) else part for part in words)


def as_json(review: Review) -> str:
    """The review for programs.

    An object: `format` (1), `errors`, `beside` (paths), `events`, `records`, `settings` and `pages` as
    `dateline.difference` has them, `concerns` with path, line, code, message and hint, and `cards`.
    """
    found = review.difference
    whole = {
        "format": 1,
        "errors": review.errors,
        "beside": list(review.beside),
        "events": [asdict(change) for change in found.events],
        "records": [asdict(change) for change in found.records],
        "settings": [asdict(change) for change in found.settings],
        "pages": list(found.pages),
        "concerns": [
            {
                "path": one.path,
                "line": one.line,
                "code": one.code.id,
                "message": one.message,
                "hint": one.hint,
            }
            for one in review.concerns
        ],
        "cards": [asdict(card) for card in review.cards],
    }
    return safe_json(whole)


def as_github(review: Review) -> str:
    """What the log of a workflow says: a headline, and a notice where more than content changes."""
    files = counted(len(review.beside), "file")
    beside = notice("More than content", f"{files} outside content/. {BESIDE}") if review.beside else ""
    return f"{headline(review)}\n{beside}"


FORMS = {"text": as_text, "github": as_github, "markdown": as_markdown, "json": as_json}
