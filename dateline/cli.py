# SPDX-License-Identifier: MIT
"""The words on the command line: which command is meant, and how a run ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from traceback import extract_tb

import click

from dateline import __version__
from dateline import commands as package
from dateline.asking import CLEAN, ENVIRONMENT, INTERNAL, INTERRUPTED, TERMINATED
from dateline.ending import Terminated, hearing
from dateline.telling import complain

EXTRAS = {
    "distributed": "dask",
    "icalendar": "calendars",
    "livereload": "serve",
    "watchfiles": "serve",
    "PIL": "images",
    "ruamel": "fmt",
    "ruamel.yaml": "fmt",
}


class Commands(click.Group):
    """The group of all commands; the first that was there runs when none is named.

    A command `from-issue` is the `command` of `dateline.commands.from_issue`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that stand alone."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args.insert(0, "build")
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names of all commands."""
        return names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        """The command of a name; None where there is none."""
        return named(cmd_name) if cmd_name in names() else None


def names() -> list[str]:
    """The names of all commands."""
    return sorted(found.name.replace("_", "-") for found in iter_modules(package.__path__))


def named(name: str) -> click.Command:
    """The command of a name that there is."""
    found = import_module(f"{package.__name__}.{name.replace('-', '_')}").command
    assert isinstance(found, click.Command)  # noqa: S101  # for the type
    return found


@click.group(cls=Commands, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def commands() -> None:
    """Turn a folder of sourced incidents into a chronological website."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 problems in content, 2 environment or usage."""
    with hearing() as asked:
        return end_of(arguments, asked)


def end_of(arguments: Sequence[str] | None, asked: Sequence[int]) -> int:
    """Run a command and return its exit code; `asked` holds the signals that come meanwhile."""
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
    except Exception as error:  # noqa: BLE001  # a bug, or what a library made of Ctrl-C
        return failed(error, asked)
    return ENVIRONMENT


def failed(error: Exception, asked: Sequence[int]) -> int:
    """The exit code after an error that nobody foresaw: a bug, which is told, unless we were asked to end."""
    if asked:
        return INTERRUPTED if asked[-1] == signal.SIGINT else TERMINATED
    if os.environ.get("DATELINE_DEBUG"):
        raise error
    complain(f"internal error, please report it: {where(error)}", "DATELINE_DEBUG=1 shows the traceback")
    return INTERNAL


def where(error: Exception) -> str:
    """An error of ours in one line, with the place in the code where it was raised."""
    frames = extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def environment_errors() -> tuple[type[Exception], ...]:
    """The errors that the machine, not the content, is to blame for."""
    from dateline.images import ImagesUnavailable
    from dateline.load import ChangedMeanwhile
    from dateline.pictures import Damaged
    from dateline.revision import RevisionError
    from dateline.workers import WorkersError
    from dateline.write import WriteError

    return (ChangedMeanwhile, Damaged, ImagesUnavailable, RevisionError, WorkersError, WriteError)
