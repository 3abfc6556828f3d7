# SPDX-License-Identifier: MIT
"""The questions that `dateline new` asks on a terminal: few, with examples, checked one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import click

from dateline.addresses import meant_as_address
from dateline.answers import Answers, Part, Read, fault
from dateline.known import Names, Unsure, in_words, known, meant, source_at
from dateline.report import safe
from dateline.setting import Setting
from dateline.terms import Verification

EXAMPLES = {
    "title": "such as Shells fall near a base in eastern Syria",
    "date": "such as 2022-01-05, or 2022-01 if the day is not known",
    "time": "such as 04:30, or morning",
    "summary": "such as A monitor reported three shells, nobody was hurt",
}
QUESTIONS = {
    "title": "What happened, in one neutral line",
    "date": "When, by the local calendar",
    "time": "At what local time",
    "summary": "What happened, in one to three sentences",
}
OPTIONAL = "Enter to skip it"
NONE_OF_THESE = "none of these"


def asked(setting: Setting, given: Answers) -> Answers:
    """The answers of whoever sits at the terminal; what was given already is not asked."""
    click.echo("A new event. Enter skips what you do not know; Ctrl+C leaves without a trace.\n", err=True)
    names = known(setting.site, setting.registry)
    plain = dict(given.plain)
    for key in ("title", "date", "time"):
        plain[key] = plain.get(key) or field(key)
    answers = replace(given, plain=plain)
    if not answers.place:
        place, keep = record("Where", "an id or a name, such as Eastern Syria", names["place"], "place")
        answers = replace(answers, place=place, keep_place=keep)
    if not answers.type and names["type"]:
        answers = replace(answers, type=word("What kind of event", names["type"], "type"))
    if not answers.read:
        answers = replace(answers, read=sources(setting, names))
    if not answers.parts:
        answers = replace(answers, parts=parts(names))
    plain["summary"] = plain.get("summary") or field("summary")
    plain["verification"] = plain.get("verification") or verification()
    return replace(answers, plain=plain)


def line(
    question: str, example: str = "", *, needed: bool = False, wrong: Callable[[str], str] | None = None
) -> str:
    """One answer on one line, asked again until nothing is wrong with it; empty where it was skipped."""
    hint = ", ".join(part for part in (example, "" if needed else OPTIONAL) if part)
    while True:
        typed: str = click.prompt(f"{question}\n  ({hint})", default="", show_default=False, err=True).strip()
        complaint = "this is needed" if needed and not typed else wrong(typed) if wrong and typed else ""
        if not complaint:
            return typed
        click.echo(f"  {safe(complaint)}", err=True)


def field(key: str) -> str:
    """The value of a field that holds plain text."""
    needed = key in ("title", "date")
    return line(QUESTIONS[key], EXAMPLES[key], needed=needed, wrong=lambda typed: fault(key, typed))


def choice(close: tuple[str, ...], names: Names, otherwise: str) -> str:
    """The id that was meant, of several that came close; empty for none of them."""
    for number, ident in enumerate(close, 1):
        click.echo(f"  {number}  {safe(in_words(ident, names))}", err=True)
    click.echo(f"  0  {otherwise}", err=True)
    number = click.prompt("  Which", type=click.IntRange(0, len(close)), default=1, err=True)
    return close[number - 1] if number else ""


def record(question: str, example: str, names: Names, what: str) -> tuple[str, bool]:
    """A place or an actor by its id or name, and whether a new one is for the registry."""
    while True:
        typed = line(question, example)
        if not typed:
            return "", False
        try:
            found = meant(typed, names, what, free=True)
        except Unsure as unsure:
            if not unsure.close:
                click.echo(f"  {safe(str(unsure))}", err=True)
                continue
            found = choice(unsure.close, names, NONE_OF_THESE)
            if not found:
                continue
        if found in names:
            click.echo(f"  {safe(in_words(found, names))}", err=True)
            return found, False
        return found, click.confirm(f"  New here. Keep it in {what}s.yaml for other events too?", err=True)


def word(question: str, names: Names, what: str) -> str:
    """A word of one of the site's vocabularies, by its number, by itself or by its label."""
    words = tuple(names)
    for number, one in enumerate(words, 1):
        click.echo(f"  {number}  {safe(in_words(one, names))}", err=True)
    while True:
        typed = line(question, "a number or a word above")
        if typed.isdigit() and 0 < int(typed) <= len(words):
            return words[int(typed) - 1]
        try:
            return meant(typed, names, what) if typed else ""
        except Unsure as unsure:
            click.echo(f"  {safe(str(unsure))}", err=True)


def sources(setting: Setting, names: Mapping[str, Names]) -> tuple[Read, ...]:
    """Where it was read, one source or several."""
    found: list[Read] = []
    while True:
        question = "Where else was it read" if found else "Where was it read"
        typed = line(question, "a web address, or the id of a source", needed=not found)
        if not typed:
            return tuple(found)
        if one := source(typed, setting, names["source"]):
            found.append(one)


def source(typed: str, setting: Setting, names: Names) -> Read | None:
    """One source: one that is known, or what is known of a new one; None to ask again."""
    ident = source_at(typed, setting.registry) or "" if meant_as_address(typed) else ""
    if not ident and not meant_as_address(typed):
        try:
            ident = meant(typed, names, "source", free=True)
        except Unsure as unsure:
            click.echo(f"  {safe(str(unsure))}" if not unsure.close else "", err=True, nl=not unsure.close)
            ident = choice(unsure.close, names, NONE_OF_THESE) if unsure.close else ""
            if not ident:
                return None
    if ident in names:
        click.echo(f"  {safe(in_words(ident, names))}", err=True)
        return Read(ident)
    if meant_as_address(typed) and (complaint := fault("sources", [typed])):
        click.echo(f"  {safe(complaint)}", err=True)
        return None
    is_address = meant_as_address(typed)
    title = line("  Its title", "such as Shells fall near a base") if is_address else typed
    if not title:
        return Read(typed)
    publisher = line("  Who published it", "such as Agence France-Presse")
    date = line(
        "  When it became public",
        "such as 2022-01-05",
        wrong=lambda date: fault("sources", [{"title": "x", "date": date}]),
    )
    keep = click.confirm("  Keep it in sources.yaml for other events too?", err=True)
    return Read(typed, title, publisher, date, keep)


def parts(names: Mapping[str, Names]) -> tuple[Part, ...]:
    """Who took part, each with the role."""
    found: list[Part] = []
    while True:
        question = "Who else took part" if found else "Who took part"
        actor, keep = record(question, "an id or a name, such as A villager", names["actor"], "actor")
        if not actor:
            return tuple(found)
        role = word("  In which role", names["role"], "role") if names["role"] else ""
        found.append(Part(actor, role, keep))


def verification() -> str:
    """How well it is supported."""
    words = ", ".join(one.value for one in Verification)
    return line(
        "How well is it supported",
        words,
        wrong=lambda typed: fault("verification", typed),
    )
