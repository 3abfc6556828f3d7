# SPDX-License-Identifier: MIT
"""`dateline check`: every problem, and nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from dateline import report, run
from dateline.asking import CACHE, CLEAN, DRAFTS, JOBS, PROBLEMS, PROFILE, SOURCE
from dateline.options import Options
from dateline.problems import Severity
from dateline.progress import Progress
from dateline.run import now
from dateline.telling import note, show


@click.command("check")
@SOURCE
@DRAFTS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How to print: for people, as annotations on a pull request, or as data.",
)
@click.option("--strict", is_flag=True, help="Take warnings and notices for errors.")
@CACHE
@JOBS
@PROFILE
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def command(  # noqa: PLR0913  # one parameter for each option
    source: Path,
    form: str,
    paths: tuple[Path, ...],
    jobs: int,
    *,
    drafts: bool,
    strict: bool,
    cache: bool,
    profile: bool,
) -> int:
    """List every problem, or those of PATHS; write nothing but the cache."""
    watch = Progress()
    outcome = run.check(Options(source, source, None, drafts, cache, jobs), now(), watch)
    chosen = report.only(outcome.problems, paths, source)
    if strict:
        chosen = report.strict(chosen)
    show(chosen, form)
    if form == "text" and not chosen:
        click.echo("No problems.")
    note(outcome.notes, watch.table() if profile else "")
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in chosen) else CLEAN
