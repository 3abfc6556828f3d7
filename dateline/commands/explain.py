# SPDX-License-Identifier: MIT
"""`dateline explain`: what holds where a problem was reported, with a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from dateline.asking import CLEAN
from dateline.problems import Code, nearest, shown
from dateline.report import safe


@click.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def command(codes: tuple[str, ...]) -> int:
    """Say what the problem CODE is about, by its number or its name; without one, list them all."""
    from dateline.rulebook import every_code

    known = every_code()
    chosen = dict.fromkeys(chosen_from(known, typed.strip("[],:")) for typed in codes)
    lines = [line for code in chosen for line in lesson(code)] or [in_one_line(one) for one in known]
    # An example stands on lines of its own, indented, so that no line begins with what it holds.
    click.echo("\n".join(safe(line) for line in lines))
    return CLEAN


def chosen_from(known: Sequence[Code], typed: str) -> Code:
    """The code of this number or name, in capitals or not; else a usage error that proposes one."""
    wanted = typed.casefold()
    for code in known:
        if wanted in (code.id.casefold(), code.name):
            return code
    by_word = {word: code for code in known for word in (code.id.casefold(), code.name)}
    close = nearest(typed, by_word)
    meant = by_word[close] if close else None
    hint = f"did you mean {meant.id} ({meant.name})?" if meant else "dateline explain lists them all"
    raise click.UsageError(f"there is no problem {shown(safe(typed))}; {hint}")


def in_one_line(code: Code) -> str:
    """A code with the first sentence that is said of it."""
    return f"{code.id} {code.name}: {' '.join(code.says.split()).partition('. ')[0].rstrip('.')}."


def lesson(code: Code) -> Iterator[str]:
    """The lines that teach what a problem is about."""
    yield f"{code.id} {code.name} ({code.severity})"
    yield ""
    yield " ".join(code.says.split())
    for label, example in (("Bad", code.bad), ("Good", code.good)):
        yield ""
        yield f"{label}:"
        yield from (f"    {line}" for line in example.split("\n"))
    yield ""
