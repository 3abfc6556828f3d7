# SPDX-License-Identifier: MIT
"""The words on the command line: build, check, serve, schema."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import FrameType

import click

from dateline import __version__, engine, report, run, unchanged
from dateline.options import Options
from dateline.problems import Problem, Severity
from dateline.progress import Progress

EXTRAS = {"distributed": "dask", "livereload": "serve", "watchfiles": "serve", "PIL": "images"}
CLEAN, PROBLEMS, ENVIRONMENT, INTERNAL = 0, 1, 2, 70
INTERRUPTED, TERMINATED = 130, 143

SOURCE = click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of the site.",
)
OUTPUT = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    show_default="output in the site's folder",
    help="Where the website goes.",
)


def site_address(_context: click.Context, _option: click.Parameter, typed: str | None) -> str | None:
    """The address of a site as it may be linked; none where a workflow leaves it empty."""
    from dateline.urls import UrlError, parse_root

    try:
        return parse_root(typed).href if typed else None
    except UrlError as error:
        raise click.BadParameter(error.message) from None


BASE_URL = click.option(
    "--base-url",
    metavar="URL",
    callback=site_address,
    help="The address at which the site is being published.",
)
DRAFTS = click.option("--drafts", is_flag=True, help="Show drafts too.")
CACHE = click.option("--cache/--no-cache", default=True, help="Keep results in .cache/dateline of the site.")
JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    show_default="one for each processor",
    help="How many processes work on a long build; 1 is this one alone.",
)
PROFILE = click.option("--profile", is_flag=True, help="Print a table of the time of each step.")


class DefaultGroup(click.Group):
    """A group whose first command runs when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that stand alone."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args.insert(0, "build")
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def commands() -> None:
    """Turn a folder of sourced incidents into a chronological website."""


@commands.command()
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
def build(  # noqa: PLR0913, PLR0917  # one parameter for each option
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
    click.echo(f"{site}: {outcome.in_words} ({watch.total:.2f} s: {watch.by_step()})")
    return CLEAN


def note(sentences: Iterable[str], table: str = "") -> None:
    """Print what there is to say of the cache, and the time of each step."""
    click.echo("".join(f"note: {report.safe(one)}\n" for one in sentences) + table, err=True, nl=False)


@commands.command()
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
def check(  # noqa: PLR0913  # one parameter for each option
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


@commands.command()
@SOURCE
@OUTPUT
@DRAFTS
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--base-path", default="/", show_default=True, metavar="PATH", help="Serve under this path.")
def serve(  # noqa: PLR0913  # one parameter for each option
    source: Path, output: Path | None, host: str, port: int, base_path: str, *, drafts: bool
) -> int:
    """Build, serve on this machine, and rebuild and reload when a file changes."""
    from dateline import serve
    from dateline.session import Session

    options = Options(source, output or source / "output", None, drafts, index="make")

    session = Session(options)
    session.build(now())
    watched = [path for path in unchanged.inputs(source, engine.templates()) if path.is_dir()]
    serve.serve(
        lambda: session.build(now()),
        options.output,
        watched,
        glance=session.glance,
        host=host,
        port=port,
        base_path=base_path,
    )
    return CLEAN


@commands.command()
@click.argument("name", default="event")
def schema(name: str) -> int:
    """Print the JSON Schema of NAME: event, translation, site, place, actor, source and their registries."""
    from dateline.outputs.records import encoded
    from dateline.schema import SCHEMAS
    from dateline.schema import schema as made

    if name not in SCHEMAS:
        raise click.UsageError(f"there is no schema '{name}'; there are: {', '.join(SCHEMAS)}")
    click.echo(encoded(made(name)).decode(), nl=False)
    return CLEAN


def show(problems: Sequence[Problem], form: str = "text") -> None:
    """Print problems: as text to standard error, as data to standard output."""
    if form == "json":
        click.echo(report.as_json(problems), nl=False)
    elif form == "github":
        click.echo(report.as_github(problems), nl=False)
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(report.summary_markdown(problems))
    elif problems:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(report.as_text(problems, colour=colour), err=True, nl=False)


def now() -> datetime:
    """The moment of the build: SOURCE_DATE_EPOCH where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 problems in content, 2 environment or usage."""
    signal.signal(signal.SIGTERM, terminated)
    try:
        return int(commands.main(arguments, prog_name="dateline", standalone_mode=False) or CLEAN)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except click.ClickException as error:
        error.show()
    except OSError as error:
        complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), "")
    except ModuleNotFoundError as error:
        extra = EXTRAS.get(error.name or "")
        if extra is None:
            raise  # a broken installation: the traceback says which file
        complain(f"{error.name} is not installed", f"install it with: pip install 'dateline[{extra}]'")
    except environment_errors() as error:
        complain(str(error), getattr(error, "hint", ""))
    except Exception as error:  # a bug ends the run under its own exit code, and says so
        if os.environ.get("DATELINE_DEBUG"):
            raise
        complain(f"internal error, please report it: {where(error)}", "DATELINE_DEBUG=1 shows the traceback")
        return INTERNAL
    return ENVIRONMENT


def where(error: Exception) -> str:
    """An error of ours in one line, with the place in the code where it was raised."""
    frames = extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


class Terminated(BaseException):
    """The process was asked to end."""


def terminated(_number: int, _frame: FrameType | None) -> None:
    """Turn SIGTERM into an exception, so that a build cleans up."""
    raise Terminated


def environment_errors() -> tuple[type[Exception], ...]:
    """The errors that the machine, not the content, is to blame for."""
    from dateline.images import ImagesUnavailable
    from dateline.load import ChangedMeanwhile
    from dateline.pictures import Damaged
    from dateline.workers import WorkersError
    from dateline.write import WriteError

    return (ChangedMeanwhile, Damaged, ImagesUnavailable, WorkersError, WriteError)


def complain(message: str, hint: str) -> None:
    """Print what the environment refused."""
    click.echo(f"dateline: {report.safe(message)}", err=True)
    if hint:
        click.echo(f"help: {report.safe(hint)}", err=True)
