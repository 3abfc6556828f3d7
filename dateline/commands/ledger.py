# SPDX-License-Identifier: MIT
"""`dateline ledger`: the list of every address that was published, brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.asking import CACHE, CLEAN, JOBS, PROBLEMS, SOURCE


@click.command("ledger")
@SOURCE
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 where the ledger lacks one.")
@CACHE
@JOBS
def command(source: Path, jobs: int, *, only_check: bool, cache: bool) -> int:
    """Add to addresses.txt what the site publishes now; nothing ever leaves that list.

    `dateline check` holds the content against it.
    """
    from dateline import ledger
    from dateline.checking import check_as_asked
    from dateline.codes.site import LEDGER_LINE
    from dateline.options import Options
    from dateline.problems import Problem
    from dateline.run import now
    from dateline.telling import note, show

    checked = check_as_asked(Options(source, source, cache=cache, jobs=jobs), now())
    known = ledger.ledger_of(source)
    faults = [one for one in checked.problems if one.code is LEDGER_LINE]
    if checked.timeline is None or isinstance(known, Problem) or faults:
        show(faults or checked.problems)
        note([f"{ledger.NAME} was not touched"])
        return PROBLEMS
    before = known.addresses if known else {}
    after = ledger.renewed(before, checked.timeline)
    added, changed = ledger.counted(before, after)
    if only_check:
        click.echo(f"{ledger.NAME} lacks {added} of {len(after)} addresses; {changed} lead elsewhere now.")
        return PROBLEMS if added or changed else CLEAN
    replace(source / ledger.NAME, ledger.written(after))
    click.echo(f"{ledger.NAME}: {added} added, {changed} changed, {len(after)} in all.")
    return CLEAN


def replace(path: Path, text: str) -> None:
    """Put a text in place of a file in one step."""
    from dateline.write.lasting import create

    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    create(str(beside), text.encode())
    beside.replace(path)
