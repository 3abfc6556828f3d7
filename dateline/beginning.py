# SPDX-License-Identifier: MIT
"""A new event on its way from what somebody says to its file: composed, compared, written and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from dateline import report
from dateline.answers import PLAIN, Answers, Composer, Part, Read, event_of
from dateline.asking import CLEAN, ENVIRONMENT, PROBLEMS
from dateline.checking import check
from dateline.draft import Draft, draft, path_of
from dateline.duplicates import alike
from dateline.interview import asked
from dateline.known import Unsure
from dateline.models import Event
from dateline.options import Options, means, opened
from dateline.problems import Problem, Severity, shown
from dateline.progress import Nobody
from dateline.registering import Addition, Unwritable, added
from dateline.report import safe
from dateline.rows import Row, row
from dateline.saving import save, save_new
from dateline.site_address import with_slash
from dateline.slugs import is_id
from dateline.stories import story
from dateline.telling import complain, show
from dateline.timeline import Timeline

SCHEMA = "docs/schema/event.json"
OTHER_NAME = "If it is another one, --as-typed takes the name as it is."
OTHER_EVENT = "if yours is another event, name each with --distinct-from; --yes writes it as it is"


def begin(source: Path, given: Mapping[str, Any], *, asks: bool) -> int:
    """Write the event that the options give, or that is asked for; the exit code of the run."""
    timeline, problems = read_site(source)
    if timeline is None:
        show([one for one in problems if one.severity is Severity.ERROR])
        complain("a new event needs a site whose site.yaml can be read", "")
        return ENVIRONMENT
    composer = Composer(timeline.setting, given["sure"])
    try:
        answers = answers_from(given)
        composer.compose(asked(timeline.setting, answers) if asks else answers)
    except Unsure as unsure:
        advice = f" {OTHER_NAME}" if unsure.may_stay else ""
        raise click.UsageError(safe(str(unsure)) + advice) from None
    event = event_of(composer.fields)
    if not isinstance(event, Event):
        raise click.UsageError("\n".join(safe(f"{one.message}; {one.hint}".rstrip("; ")) for one in event))
    taken = taken_in(timeline)
    distinct = told_apart(likely(event, timeline, given["distinct"]), asks=asks, unasked=given["yes"])
    if distinct is None:
        complain("nothing was written", "" if asks else OTHER_EVENT)
        return PROBLEMS
    if apart := [*given["distinct"], *distinct]:
        composer.fields["relations"] = {"distinct_from": apart}
    date, taken = str(composer.fields["date"]), taken_in(timeline)
    made = draft(composer.fields, taken, schema=schema_for(source, timeline, date))
    made = named(made, given["ident"], taken, date, asks=asks)
    if asks:
        click.echo(f"\n{made.path}\n", err=True)
        click.echo("".join(f"    {safe(line)}\n" for line in made.text.splitlines()), err=True)
        click.confirm("Write it?", default=True, abort=True, err=True)
    try:
        return written(source, made, composer.additions)
    except Unwritable as why:
        complain(str(why), why.hint)
        return ENVIRONMENT


def likely(event: Event, timeline: Timeline, distinct: Sequence[str]) -> list[Row]:
    """The events that the new one may be, but for those that it is said to be distinct from."""
    new = row(story("new", "", event, timeline.setting), timeline.registry, "")
    return [other for other in alike(new, timeline) if other.id not in distinct]


def told_apart(others: Sequence[Row], *, asks: bool, unasked: bool) -> list[str] | None:
    """The ids of events that the new one is surely not, of those that it may be; None where it is one."""
    for other in others:
        click.echo(f"It may be there already: {safe(other.id)}, {safe(shown(other.card.title))}", err=True)
    if not others or unasked:
        return []
    if not asks:
        return None
    answers = click.Choice(["yes", "no", "unsure"])
    answer = click.prompt("Is yours another event", type=answers, default="unsure", err=True)
    return {"yes": [other.id for other in others], "unsure": []}.get(answer)


def answers_from(given: Mapping[str, Any]) -> Answers:
    """What the options say."""
    keep = bool(given["register"])
    about = (given["source_title"], given["publisher"], given["source_date"])
    if any(about) and len(given["read_at"]) != 1:
        raise click.UsageError("--source-title, --publisher and --source-date speak of one --from alone")
    plain = {key: given[key] for key in PLAIN}
    return Answers(
        plain=plain,
        read=tuple(Read(at, *about, keep=keep) for at in given["read_at"]),
        place=given["place"],
        keep_place=keep,
        type=given["kind"],
        parts=tuple(part(typed, keep=keep) for typed in given["actors"]),
        tags=given["tags"],
        unknowns=given["unknowns"],
    )


def part(typed: str, *, keep: bool) -> Part:
    """An actor, and the role behind the last colon, if there is one."""
    actor, _, role = typed.rpartition(":") if ":" in typed else (typed, "", "")
    return Part(actor.strip(), role.strip(), keep)


def read_site(source: Path) -> tuple[Timeline | None, Sequence[Problem]]:
    """The timeline of the site as it is, drafts too, and all that is wrong with it."""
    options = Options(source, source, drafts=True)
    with opened(options) as store, means(options, store, Nobody()) as using:
        found = check(source, drafts=True, using=using)
    return found.timeline, found.problems


def taken_in(timeline: Timeline) -> set[str]:
    """The ids that events have or had."""
    hidden = {ident for kind, ident in timeline.hidden if kind == "events"}
    return {*timeline.by_id, *timeline.redirects, *hidden}


def named(made: Draft, ident: str, taken: set[str], date: str, *, asks: bool) -> Draft:
    """The event under the id that was asked for, or on a terminal agreed to; it is for ever."""
    while True:
        if asks and not ident:
            ident = click.prompt("Its id, and address for ever", default=made.id, err=True).strip()
        if not ident or ident == made.id:
            return made
        if is_id(ident) and ident not in taken:
            return replace(made, id=ident, path=path_of(ident, date))
        wrong = f"{shown(safe(ident))} " + (
            "is taken" if ident in taken else "is not an id: a-z, 0-9 and hyphens"
        )
        if not asks:
            raise click.UsageError(f"{wrong}; {made.id} is free")
        click.echo(f"  {wrong}", err=True)
        ident = ""


def schema_for(source: Path, timeline: Timeline, date: str) -> str:
    """Where editors find the schema of an event: in the site's repository, or where the site is published."""
    if (source / SCHEMA).is_file():
        return "../" * path_of("x", date).count("/") + SCHEMA
    url = with_slash(timeline.site.url)
    return f"{url}schema/event.json" if url else ""


def written(source: Path, made: Draft, additions: Sequence[Addition]) -> int:
    """Write the new records, then the event; say what the check finds in them."""
    texts: dict[str, str] = {}
    for one in additions:
        folder = source / "content" / one.registry
        path, text = added(
            one, is_folder=folder.is_dir(), old=lambda path: texts.get(path) or old(source / path)
        )
        texts[path] = text
    for path, text in texts.items():
        (save if (source / path).exists() else save_new)(source / path, text)
    try:
        save_new(source / made.path, made.text)
    except FileExistsError:
        complain(f"{made.path} is there already; it was left as it is", "choose another --id")
        return ENVIRONMENT
    for one in additions:
        click.echo(f"{one.registry}: {one.id} is new")
    found = report.only(read_site(source)[1], [source / path for path in (*texts, made.path)], source)
    show(found)
    said = "check finds no problems in it" if not found else "check finds the above in it"
    click.echo(f"{made.path}: written; {said}.")
    return PROBLEMS if any(one.severity is Severity.ERROR for one in found) else CLEAN


def old(path: Path) -> str:
    """The text of a file, every byte kept; empty where there is none."""
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
