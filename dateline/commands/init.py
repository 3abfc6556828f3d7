# SPDX-License-Identifier: MIT
"""`dateline init`: a new site, ready to be published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.asking import CLEAN, PROBLEMS
from dateline.report import safe
from dateline.telling import show

LICENCES = click.Choice(["CC-BY-4.0", "CC0-1.0", "ODbL-1.0", "none"], case_sensitive=False)

QUESTIONS = {
    "title": ("What is the timeline called?", None),
    "repository": ("Where on GitHub will it be kept? OWNER/NAME, or nothing if you do not know yet", ""),
    "url": ("At which address will it be, if not at that of GitHub Pages? Nothing if there", ""),
    "timezone": ("In which time zone do most events happen? As in Europe/Paris", "UTC"),
    "lang": ("In which language are the texts? A code such as en, ar, fr", "en"),
}
"""What is asked on a terminal, and what an empty answer stands for."""


def sound_value(_context: click.Context, option: click.Parameter, typed: str | None) -> str | None:
    """What was typed for an option, if a site could have it."""
    from dateline.new_site import fault

    message = fault(str(option.name), typed) if typed else ""
    if message:
        raise click.BadParameter(safe(message))
    return typed


@click.command("init")
@click.option("--title", metavar="TEXT", callback=sound_value, help="What the timeline is called.")
@click.option(
    "--url", metavar="URL", callback=sound_value, help="Its address, where that is not GitHub Pages'."
)
@click.option(
    "--repository", metavar="OWNER/NAME", callback=sound_value, help="Where on GitHub the files are kept."
)
@click.option(
    "--timezone",
    metavar="ZONE",
    callback=sound_value,
    help="The time zone of most events, as in Europe/Paris; else UTC.",
)
@click.option("--lang", metavar="CODE", callback=sound_value, help="The language of the texts; else en.")
@click.option("--licence", type=LICENCES, help="The licence of the content; else none.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path, licence: str | None, **options: str | None) -> int:
    """Make a new site in DIR, a new or empty folder: an example event, workflows, forms and words.

    On a terminal what no option says is asked.
    """
    from dateline.checking import check
    from dateline.new_site import Wishes, files_of
    from dateline.outputs.records import encoded
    from dateline.schema import SCHEMAS, schema
    from dateline.starter import own_files, shared_files
    from dateline.write.founding import found, refuse_what_is_in_the_way

    refuse_what_is_in_the_way(folder)  # before anybody answers questions in vain
    said = answers(options)
    chosen = licence or (asked_licence() if sys.stdin.isatty() else "none")
    schemas = {name: encoded(schema(name)) for name in SCHEMAS}
    files = files_of(Wishes(**said, licence=chosen), own_files(), shared_files(), schemas)

    def passes(site: Path) -> bool:
        problems = check(site).problems
        show(problems)
        return not problems

    if not found(folder, files, passes):
        click.echo("Nothing was written.", err=True)
        return PROBLEMS
    click.echo(
        f"{safe(str(folder))}: a new site of {len(files)} files. README.md in it says how to publish it."
    )
    click.echo(f"See it with: dateline serve --source {safe(str(folder))}")
    return CLEAN


def answers(options: dict[str, str | None]) -> dict[str, str]:
    """What the options say, and on a terminal what is answered for the rest."""
    terminal = sys.stdin.isatty()
    said = {}
    for name, (question, instead) in QUESTIONS.items():
        value = options[name]
        if value is None and terminal:
            value = asked(name, question, instead)
        if not value and instead is None:
            raise click.UsageError(f"a new site needs --{name}")
        said[name] = value or instead or ""
    return said


def asked(name: str, question: str, instead: str | None) -> str:
    """The answer to a question, asked until a site could have it."""
    from dateline.new_site import fault

    def proven(typed: str) -> str:
        if typed and (message := fault(name, typed)):
            raise click.UsageError(safe(message))
        return typed

    answer: str = click.prompt(
        question, default=instead, value_proc=proven, show_default=bool(instead), err=True
    )
    return answer


def asked_licence() -> str:
    """The licence that is chosen on a terminal."""
    answer: str = click.prompt("Under which licence is the content?", type=LICENCES, err=True)
    return answer
