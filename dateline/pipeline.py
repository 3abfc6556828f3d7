# SPDX-License-Identifier: MIT
"""The build, in order: load, validate, link, index, apply the rules, plan, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from markupsafe import Markup

from dateline import discover, markup
from dateline.dates.days import Day
from dateline.images import MediaError, missing
from dateline.load import Content, MediaFile, Page, load
from dateline.models import Event
from dateline.output import Output, collisions
from dateline.pictures import picture
from dateline.problems import Code, Problem, Severity, in_reading_order
from dateline.records import Records, gather
from dateline.rulebook import code_of
from dateline.terms import Status
from dateline.theme import ProseLink, open_theme
from dateline.timeline import Picture, TextPage, Timeline, index, link
from dateline.write import Written, publish


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that was read: its timeline, when there is a site.yaml to give it one, and its problems."""

    timeline: Timeline | None
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a problem stops the build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Built:
    """A build: its problems, and what was written when none of them was an error."""

    problems: tuple[Problem, ...]
    written: Written | None


def check(source: Path, *, drafts: bool = False, now: datetime | None = None) -> Checked:
    """Everything that is wrong with the site in `source`; nothing is written.

    `now` decides which embargoes are over; without it, all are.
    """
    content = load(source)
    records = gather(content)
    pictures, picture_problems = looked_at(content.media)
    texts, text_problems = rendered(content, records, pictures)
    problems = [*records.problems, *picture_problems, *text_problems, *missing_media(records, content)]
    if records.site is None:
        return Checked(None, in_reading_order(problems))
    events = {
        ident: typed for ident, typed in records.events.items() if is_shown(typed[1], drafts=drafts, now=now)
    }
    entries = link(records.site, records.registry, events, texts.bodies)
    hidden = records.broken | {("events", ident) for ident in records.events if ident not in events}
    timeline = index(
        records.site, records.registry, entries, pages=texts.pages, pictures=pictures, hidden=hidden
    )
    problems += broken_rules(timeline, records)
    return Checked(timeline, in_reading_order(problems))


def build(
    source: Path,
    output: Path,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    now: datetime | None = None,
) -> Built:
    """Check the site in `source` and, when it has no errors, publish it to `output`."""
    checked = check(source, drafts=drafts, now=now)
    if checked.timeline is None or checked.has_errors:
        return Built(checked.problems, None)
    outputs = plan(checked.timeline, source, base_url, now)
    clashes = collisions(outputs)
    if clashes:
        return Built(in_reading_order((*checked.problems, *clashes)), None)
    return Built(checked.problems, publish(outputs, output, source=source))


def plan(
    timeline: Timeline, source: Path, base_url: str | None, now: datetime | None = None
) -> tuple[Output, ...]:
    """Every output of the site, by path; a site's own outputs come with the engine's."""
    prose = tuple(ProseLink(page.id, page.title) for page in timeline.pages)
    theme = open_theme(source, timeline.site, base_url, known_until(timeline, now), prose)
    modules = (*discover.modules("dateline.outputs"), *discover.site_modules(source / "outputs"))
    outputs = [output for module in modules for output in module.plan(timeline, theme)]
    return tuple(sorted(outputs, key=lambda output: output.path))


def known_until(timeline: Timeline, now: datetime | None) -> Day | None:
    """The day as of which something is ongoing: the site's knowledge date, else the day of the build.

    None where nothing is ongoing, so that such a site is the same on every day.
    """
    if not any(entry.date.open_end for entry in timeline.entries):
        return None
    stated = timeline.site.knowledge_date
    if stated is not None and stated.latest is not None:
        return stated.latest
    return Day(now.year, now.month, now.day) if now else None


def is_shown(event: Event, *, drafts: bool, now: datetime | None) -> bool:
    """Whether an event may be seen: not a draft, and not under embargo."""
    if event.status is Status.DRAFT and not drafts:
        return False
    if event.embargo_until is None or now is None:
        return True
    return datetime.fromisoformat(event.embargo_until) <= now


def broken_rules(timeline: Timeline, records: Records) -> Iterator[Problem]:
    """What the rules find, each with its place."""
    for rule in discover.modules("dateline.rules"):
        own = code_of(rule)
        for finding in rule.check(timeline):
            code = finding.code or own
            assert code is not None, f"{rule.__name__} has no code"  # noqa: S101  # for the type
            yield records.problem(code, finding)


@dataclass(frozen=True, slots=True)
class Texts:
    """The Markdown of a site as safe HTML: bodies by event and language, and pages."""

    bodies: Mapping[tuple[str, str], Markup]
    pages: tuple[TextPage, ...]


def rendered(
    content: Content, records: Records, pictures: Mapping[str, Picture]
) -> tuple[Texts, list[Problem]]:
    """Every body and page, with what had to be left out of them."""
    bodies: dict[tuple[str, str], Markup] = {}
    problems: list[Problem] = []
    addresses = {name: one.address for name, one in pictures.items()}
    for ident, (_, event) in records.events.items():
        for lang, text in body_texts(event):
            document, loc = records.owner_of_body(ident, lang)
            result = markup.render(text, prefix=f"{lang}-" if lang else "", media=addresses, root="../")
            bodies[ident, lang] = result.html
            for found in result.findings:
                mark = document.mark_inside(loc, found.line0, found.column)
                problems.append(document.problem_at(found.code, mark, found.message, found.hint))
    pages = []
    for page in content.pages:
        made, wrong = prose(page, addresses)
        pages.append(made)
        problems.extend(wrong)
    return Texts(bodies, tuple(pages)), problems


def body_texts(event: Event) -> Iterator[tuple[str, str]]:
    """The event's own body, under no language, and those of its translations."""
    if event.body is not None:
        yield "", event.body
    for lang, translation in event.translations.items():
        if translation.body is not None:
            yield lang, translation.body


def prose(page: Page, addresses: Mapping[str, str]) -> tuple[TextPage, list[Problem]]:
    """A page of prose: its first heading is its title, the rest its body."""
    lines = page.text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    titled = first.startswith("# ")
    title = first.removeprefix("# ").strip() if titled else page.id.replace("-", " ").capitalize()
    text = "\n".join("" if titled and line == first else line for line in lines)
    result = markup.render(text, media=addresses, root="")
    problems = [
        Problem(
            path=page.path,
            line=found.line0 + 1,
            column=found.column,
            code=found.code,
            message=found.message,
            hint=found.hint,
            severity=found.code.severity,
            excerpt=lines[found.line0] if found.line0 < len(lines) else "",
        )
        for found in result.findings
    ]
    return TextPage(page.id, title, result.html), problems


def looked_at(files: Iterable[MediaFile]) -> tuple[dict[str, Picture], list[Problem]]:
    """The pictures that can be shown, and what is wrong with the others."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for file in files:
        raw = file.read()
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        try:
            pictures[file.name], notices = picture(file, raw)
        except MediaError as error:
            problems.append(of_file(file, error.code, error.message, error.hint))
        else:
            problems.extend(of_file(file, code, message, hint) for code, message, hint in notices)
    return pictures, problems


def of_file(file: MediaFile, code: Code, message: str, hint: str) -> Problem:
    """A problem of a file that has no lines."""
    return Problem(file.path, 1, 1, code, message, hint, code.severity)


def missing_media(records: Records, content: Content) -> Iterator[Problem]:
    """Events that name a file which content/media/ does not hold."""
    names = [file.name for file in content.media]
    for ident, (_, event) in records.events.items():
        document, _loc = records.owners["event", ident]
        for number, medium in enumerate(event.media):
            if medium.file is None or medium.file in names:
                continue
            error = missing(medium.file, names)
            yield document.problem(error.code, ("media", number, "file"), error.message, error.hint)
