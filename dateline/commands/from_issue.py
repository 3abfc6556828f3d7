# SPDX-License-Identifier: MIT
"""`dateline from-issue`: one event file from the form that somebody filled in on GitHub."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from dateline.asking import CLEAN, ENVIRONMENT, PROBLEMS, SOURCE
from dateline.issue_answers import Remark

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("from-issue")
@click.argument("payload", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@SOURCE
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    show_default="the site's folder",
    help="The folder below which the file is written.",
)
@click.option("--answer", type=FILE, help="Write what to tell the author here, in Markdown.")
@click.option("--request", type=FILE, help="Write the text of the pull request here, in Markdown.")
@click.option(
    "--outputs",
    type=FILE,
    envvar="GITHUB_OUTPUT",
    help="Add passed, id, path and branch to this file, for a workflow; else to the one in GITHUB_OUTPUT.",
)
def command(  # noqa: PLR0913, PLR0917  # one parameter for each option
    payload: Path,
    source: Path,
    into: Path | None,
    answer: Path | None,
    request: Path | None,
    outputs: Path | None,
) -> int:
    """Write the event in PAYLOAD, an issue as GitHub gives it, or say what to mend in the form.

    PAYLOAD is the file that GITHUB_EVENT_PATH names, or an issue alone, as GitHub's API gives it.
    """
    from dateline import issue_reply
    from dateline.checking import check
    from dateline.issue_event import turned
    from dateline.issue_payload import PayloadError, issue_in
    from dateline.telling import complain

    try:
        issue = issue_in(payload.read_bytes())
    except PayloadError as error:
        complain(str(error), error.hint)
        return ENVIRONMENT
    site = check(source, drafts=True)
    if site.timeline is None:
        complain("content/site.yaml cannot be used", "dateline check says what is wrong with it")
        return ENVIRONMENT
    result = turned(issue, source, site, site.timeline)
    click.echo("".join(map(in_words, result.remarks)), err=True, nl=False)
    event = result.event
    if event is None:
        write(answer, issue_reply.refusal(result.remarks))
        add(outputs, {"passed": "false"})
        click.echo("Nothing was written.", err=True)
        return PROBLEMS
    write((into or source) / event.path, event.text)
    write(answer, issue_reply.thanks(event, result.remarks))
    write(request, issue_reply.request(issue.number, event, result.remarks))
    branch = f"event/{issue.number}"
    add(outputs, {"passed": "true", "id": event.id, "path": event.path, "branch": branch})
    click.echo(f"{event.path}: written")
    return CLEAN


def in_words(remark: Remark) -> str:
    """A remark for a reader at a terminal."""
    from dateline.report import safe

    hints = "".join(f"    help: {safe(line)}\n" for line in remark.hint.split("\n") if line.strip())
    return f"{remark.label or 'The form'}: {remark.severity}: {safe(remark.message)}\n{hints}"


def write(path: Path | None, text: str) -> None:
    """Write a file that was asked for, with the folders above it."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def add(path: Path | None, values: Mapping[str, str]) -> None:
    """Add outputs for a workflow; none of the values has a line break, since all are ids and paths."""
    if path is not None:
        with path.open("a", encoding="utf-8") as file:
            file.writelines(f"{name}={value}\n" for name, value in values.items())
