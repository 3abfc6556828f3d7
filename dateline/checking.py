# SPDX-License-Identifier: MIT
"""Everything that is wrong with a site, and its timeline: load, read the events, link, apply the rules."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateline import markup
from dateline.across import across
from dateline.codes.site import STRAY_LINK
from dateline.digest import digest
from dateline.distrust import distrusting
from dateline.document import Document
from dateline.examine import Examiner
from dateline.illustration import Illustration, Picture
from dateline.images import MediaError, read_whole
from dateline.json_text import decode, encode
from dateline.ledger import ledger_problems
from dateline.load import Content, MediaFile, Page, document, load
from dateline.means import Means, alone
from dateline.mentions import Reach
from dateline.options import Options, means, opened
from dateline.own_basemap import basemap_problems
from dateline.pictures import picture
from dateline.problems import Code, Problem, Severity, in_reading_order, shown
from dateline.progress import Nobody
from dateline.reading import Reading, read_events
from dateline.records import Owner, Records, gather
from dateline.rows import Row
from dateline.setting import Setting
from dateline.share_cards import undrawn
from dateline.store import Store
from dateline.tales import Teller
from dateline.timeline import TextPage, Timeline, index

SOUND = "sound pictures"


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that was read: its timeline, when there is a site.yaml to give it one, and its problems.

    `teller` brings the stories of the timeline's rows.
    `examined` counts the events that had to be made anew, of all `events`. `since` is the moment at
    which the last embargo ended and `until` that at which the next one ends, if there are such: in
    between, the same files give the same site. `broken` are the ids of events with errors.
    """

    timeline: Timeline | None
    problems: tuple[Problem, ...]
    teller: Teller
    examined: int = 0
    events: int = 0
    since: str | None = None
    until: str | None = None
    broken: frozenset[str] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether a problem stops the build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def check(
    source: Path, *, drafts: bool = False, now: datetime | None = None, using: Means | None = None
) -> Checked:
    """Everything that is wrong with the site in `source`; nothing is written but what the store keeps.

    `now` decides which embargoes are over; without it, all are.
    """
    if using is None:
        with alone() as own:
            return check(source, drafts=drafts, now=now, using=own)
    looked_ns = time.time_ns()
    with using.watch.step("load"):
        content = load(source)
        records = gather(content)
        pictures, picture_problems = looked_at(content.media, using.store)
    unusable = frozenset(one for one in records.broken if one[0] != "events")
    setting = Setting(records.site, records.registry, unusable) if records.site else None
    offered = {name: one.offered for name, one in pictures.items()}
    names = [file.name for file in content.media]
    media_key = digest([names, sorted(offered.items())])
    examiner = Examiner(
        content.folder, setting, offered, names, media_key, Reach(setting) if setting else None
    )
    with using.watch.step("read"):
        reading = read_events(
            content.events, examiner, using.store, using.workers, looked_ns, using.watch.progress
        )
    teller = Teller(using.store, examiner, {one.id: one for one in content.events if one.id})
    made = [prose(page, offered) for page in content.pages]
    problems = [*content.problems, *records.problems, *picture_problems, *reading.problems]
    problems += [*basemap_problems(source), *stray_links(records, reading)]
    problems += [problem for _, found in made for problem in found]
    if setting is None:
        return Checked(None, in_reading_order(problems), teller, reading.examined, len(content.events))
    rows = {ident: row for ident, row in reading.rows.items() if row.is_shown(drafts=drafts, now=now)}
    hidden = records.broken | {
        ("events", ident) for ident in reading.rows.keys() | reading.broken if ident not in rows
    }
    hidden |= {("events", ident) for ident in reading.broken}
    with using.watch.step("link"):
        timeline = index(
            setting,
            rows,
            teller,
            export=teller.export,
            pages=tuple(page for page, _ in made),
            pictures=pictures,
            hidden=frozenset(hidden),
            kept=using.store,
        )
    with using.watch.step("rules"):
        problems += [problem for ident in rows for problem in reading.findings.get(ident, ())]
        seen = [examiner.reach.whole if examiner.reach else "", sorted(hidden)]
        seen += [rows[ident].index_key for ident in sorted(rows)]
        finder = Finder(content, records, reading)
        problems += undrawn(timeline)
        problems += ledger_problems(source, timeline, reading.broken)
        problems += across(timeline, seen, finder.digest, finder.owner, using.store)
    using.store.commit()
    since, until = between(reading.rows.values(), drafts=drafts, now=now)
    found = in_reading_order(problems)
    counts = (reading.examined, len(content.events))
    return Checked(timeline, found, teller, *counts, since, until, frozenset(reading.broken))


def check_as_asked(options: Options, now: datetime) -> Checked:
    """Check a site with the cache and the processes that were asked for."""

    def checked(options: Options) -> Checked:
        with opened(options) as store, means(options, store, Nobody()) as using:
            return check(options.source, drafts=options.drafts, now=now, using=using)

    return distrusting(checked, options)[0]


def between(rows: Iterable[Row], *, drafts: bool, now: datetime | None) -> tuple[str | None, str | None]:
    """The ends of the last embargo that is over and of the first that is not."""
    over: list[str] = []
    ahead: list[str] = []
    for row in rows:
        if row.embargo_until and row.is_shown(drafts=drafts, now=None):
            (over if row.is_shown(drafts=drafts, now=now) else ahead).append(row.embargo_until)
    last = max(over, key=datetime.fromisoformat, default=None)
    return last, min(ahead, key=datetime.fromisoformat, default=None)


class Finder:
    """Leads from a record, as its kind and id, back to the file in which it was typed."""

    def __init__(self, content: Content, records: Records, reading: Reading) -> None:
        self.content = content
        self.records = records
        self.reading = reading

    def digest(self, kind: str, ident: str) -> str:
        """The digest of the file."""
        if kind != "event":
            return self.records.owners[kind, ident][0].digest
        return self.reading.digests[self.reading.rows[ident].path]

    def owner(self, kind: str, ident: str) -> Owner | None:
        """The document, and the place of the record in it; None where it cannot be read now."""
        if kind != "event":
            return self.records.owners[kind, ident]
        found = document(self.content.folder, self.reading.rows[ident].path)
        return (found, ()) if isinstance(found, Document) else None


def stray_links(records: Records, reading: Reading) -> Iterator[Problem]:
    """A warning for each address in links.yaml that no source has."""
    cited = {source.url for source in records.registry.sources.values()} | reading.addresses
    for address in records.registry.links:
        if address not in cited:
            document, loc = records.owners["link", address]
            hint = "take it out; dateline links --write does"
            yield document.problem(
                STRAY_LINK, loc, f"no source has the address {shown(address)}", hint, key=True
            )


def prose(page: Page, pictures: Mapping[str, Illustration]) -> tuple[TextPage, list[Problem]]:
    """A page of prose: its first heading is its title, the rest its body."""
    lines = page.text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    titled = first.startswith("# ")
    title = first.removeprefix("# ").strip() if titled else page.id.replace("-", " ").capitalize()
    text = "\n".join("" if titled and line == first else line for line in lines)
    result = markup.render(text, media=pictures, root="")
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


def looked_at(files: Iterable[MediaFile], store: Store) -> tuple[dict[str, Picture], list[Problem]]:
    """The pictures that can be shown, and what is wrong with the others; each is read to its end once."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    known = frozenset(decode(store.get(SOUND, "") or b"[]"))
    for file in files:
        raw = file.read()
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        try:
            made, notices = picture(file, raw)
            if made.key not in known:
                read_whole(raw)
        except MediaError as error:
            problems.append(of_file(file, error.code, error.message, error.hint))
        else:
            pictures[file.name] = made
            problems.extend(of_file(file, code, message, hint) for code, message, hint in notices)
    sound = {one.key for one in pictures.values()}
    if sound != known:
        store.put(SOUND, [("", encode(sorted(sound)))])
    return pictures, problems


def of_file(file: MediaFile, code: Code, message: str, hint: str) -> Problem:
    """A problem of a file that has no lines."""
    return Problem(file.path, 1, 1, code, message, hint, code.severity)
