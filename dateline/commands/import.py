# SPDX-License-Identifier: MIT
"""`dateline import`: timelines of other tools become event files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click

from dateline import importers as package
from dateline.asking import CLEAN, PROBLEMS, SOURCE
from dateline.telling import show

MOST_BYTES = 200_000_000


def formats() -> list[str]:
    """The names of the formats that there are."""
    return sorted(found.name for found in iter_modules(package.__path__))


@click.command("import")
@click.argument("format", type=click.Choice(formats()))
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    show_default="content/events",
    help="Where new files go: a folder of the site, in content/events or below.",
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What the columns of a table mean, and what holds for all its events.",
)
@click.option(
    "--order",
    type=click.Choice(["dmy", "mdy", "ymd"]),
    help="The order of day, month and year in dates such as 03/04/2011; without it they are errors.",
)
@click.option("--guess", is_flag=True, help="Write nothing; propose a mapping by the names of the columns.")
@SOURCE
def command(  # noqa: PLR0913, PLR0917  # one parameter for each option
    format: str,  # noqa: A002  # the word on the command line
    file: Path,
    into: Path | None,
    map_file: Path | None,
    order: str | None,
    source: Path,
    *,
    guess: bool,
) -> int:
    """Make event files of FILE, a timeline of another tool; run again, renew those that nobody edited."""
    from dataclasses import replace

    from dateline import importing, report, run
    from dateline.discover import modules
    from dateline.incoming import Given, problems_of
    from dateline.options import Options
    from dateline.problems import Severity
    from dateline.progress import Progress
    from dateline.table_map import PLAIN_MAP, TableMap, read_map

    importer: Any = next(one for one in modules(package.__name__) if one.__name__.endswith(f".{format}"))
    mapping = read_map(map_file.name, small(map_file)) if map_file else PLAIN_MAP
    if not isinstance(mapping, TableMap):
        show(mapping)
        return PROBLEMS
    mapping = replace(mapping, order=order or mapping.order)
    given = Given(tuple(chosen(file, getattr(importer, "ENDINGS", ()))), mapping)
    if guess:
        if not hasattr(importer, "propose"):
            raise click.UsageError(f"a mapping is proposed for csv alone, not for {format}")
        click.echo(importer.propose(given), nl=False)
        return CLEAN
    folder = importing.folder_in(source, into)
    if folder is None:
        raise click.BadParameter("it is not content/events of the site, nor below", param_hint="--into")
    imported = importer.read(given)
    problems = [*imported.problems, *problems_of(imported.left)]
    show(problems)
    outcome = importing.land(source, folder, imported.found)
    if outcome.problems:
        show(outcome.problems)
        click.echo("Nothing was imported, so that no event is made twice: first mend this.", err=True)
        return PROBLEMS
    for line in importing.told(outcome.landings):
        click.echo(line)
    checked = run.check(Options(source, source), run.now(), Progress())
    shown = importing.worth_showing(checked.problems)
    show(shown)
    if len(shown) < len(checked.problems):
        click.echo(f"In all {report.closing(checked.problems)}: dateline check lists them.")
    wrong = any(one.severity is Severity.ERROR for one in (*problems, *checked.problems))
    return PROBLEMS if wrong or outcome.conflicts else CLEAN


def small(path: Path) -> bytes:
    """The bytes of a file that is not larger than any timeline."""
    if path.stat().st_size > MOST_BYTES:
        raise click.UsageError(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB")
    return path.read_bytes()


def chosen(path: Path, endings: Sequence[str]) -> list[tuple[str, bytes]]:
    """The file or, where the format takes a folder, the files in it that are meant, by name."""
    if not path.is_dir():
        return [(path.name, small(path))]
    if not endings:
        raise click.UsageError(f"{path} is a folder; this format takes one file")
    files = sorted(one for one in path.rglob("*") if one.is_file() and one.name.endswith(tuple(endings)))
    return [(one.relative_to(path).as_posix(), small(one)) for one in files]
