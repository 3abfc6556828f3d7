# SPDX-License-Identifier: MIT
"""The options that several commands share, and the exit codes of all."""

from __future__ import annotations

from pathlib import Path

import click

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
