# SPDX-License-Identifier: MIT
"""`dateline build`: the site, made or renewed."""

from __future__ import annotations

from pathlib import Path

import click

from dateline import run
from dateline.asking import BASE_URL, CACHE, CLEAN, DRAFTS, JOBS, OUTPUT, PROBLEMS, PROFILE, SOURCE
from dateline.options import Options
from dateline.progress import Progress
from dateline.report import safe
from dateline.run import now
from dateline.telling import note, show


@click.command("build")
@SOURCE
@OUTPUT
@BASE_URL
@DRAFTS
@CACHE
@JOBS
@click.option(
    "--executor",
    type=click.Choice(["processes", "dask"]),
    default="processes",
    show_default=True,
    help="Who works on a long build: processes of this machine, or the workers of a dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="The address of the dask scheduler.")
@click.option("--search/--no-search", default=None, help="Let readers search; else as site.yaml says.")
@PROFILE
def command(  # noqa: PLR0913, PLR0917  # one parameter for each option
    source: Path,
    output: Path | None,
    base_url: str | None,
    jobs: int,
    executor: str,
    scheduler: str | None,
    *,
    drafts: bool,
    cache: bool,
    search: bool | None,
    profile: bool,
) -> int:
    """Check the site and build it into the output folder."""
    site = output or source / "output"
    watch = Progress()
    run.spare_the_collector()
    options = Options(source, site, base_url, drafts, cache, jobs, executor, scheduler, search, "make")
    outcome = run.build(options, now(), watch)
    show(outcome.problems)
    note(outcome.notes, watch.table() if profile else "")
    if not outcome.written:
        click.echo("Nothing was written; the site is as it was.", err=True)
        return PROBLEMS
    click.echo(f"{safe(str(site))}: {outcome.in_words} ({watch.total:.2f} s: {watch.by_step()})")
    return CLEAN
