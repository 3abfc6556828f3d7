# SPDX-License-Identifier: MIT
"""What a command prints: problems, notes and complaints, each made safe first."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from dateline import report
from dateline.problems import Problem


def show(problems: Sequence[Problem], form: str = "text") -> None:
    """Print problems: as text to standard error, as data to standard output."""
    if form == "json":
        click.echo(report.as_json(problems), nl=False)
    elif form == "github":
        tell(report.as_github(problems), report.summary_markdown(problems))
    elif problems:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(report.as_text(problems, colour=colour), err=True, nl=False)


def tell(text: str, summary: str = "") -> None:
    """Print a text that was made safe; the summary of it goes into that of the job, where there is one."""
    click.echo(text, nl=False)
    if summary and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary)


def note(sentences: Iterable[str], table: str = "") -> None:
    """Print what there is to say of the cache, and the time of each step."""
    click.echo("".join(f"note: {report.safe(one)}\n" for one in sentences) + table, err=True, nl=False)


def complain(message: str, hint: str) -> None:
    """Print what the environment refused."""
    click.echo(f"dateline: {report.safe(message)}", err=True)
    if hint:
        click.echo(f"help: {report.safe(hint)}", err=True)
