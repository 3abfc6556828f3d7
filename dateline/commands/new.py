# SPDX-License-Identifier: MIT
"""`dateline new`: a new event, asked for or given by options, checked and written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dateline.asking import SOURCE


@click.command("new")
@SOURCE
@click.option("--title", default="", help="What happened, in one neutral line.")
@click.option(
    "--date", default="", help="The local day, as exactly as the source: 2022-01-05, 2022-01, 2022."
)
@click.option(
    "--from",
    "read_at",
    multiple=True,
    metavar="ADDRESS|ID",
    help="Where it was read: a web "
    "address, or the id of a source. May be given again. (--source is the site's folder.)",
)
@click.option("--source-title", default="", help="The title of the source, where --from is a new one.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--source-date", default="", help="When it became public.")
@click.option("--time", default="", help="The local time: 04:30, or a part of the day such as morning.")
@click.option("--place", default="", metavar="ID|NAME", help="Where: the id or name of a place.")
@click.option("--type", "kind", default="", help="What kind of event: a word of the site's vocabulary.")
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="ID|NAME[:ROLE]",
    help="Who took part, and in which role. May be given again.",
)
@click.option("--summary", default="", help="What happened, in one to three sentences.")
@click.option("--verification", default="", help="How well it is supported: confirmed, reported, …")
@click.option("--unknown", "unknowns", multiple=True, help="What is not known. May be given again.")
@click.option("--tag", "tags", multiple=True, help="A word to find it by. May be given again.")
@click.option("--lang", default="", help="The language of the texts, if it is not the site's.")
@click.option(
    "--distinct-from",
    "distinct",
    multiple=True,
    metavar="ID",
    help="An event that it is not, however alike. May be given again.",
)
@click.option("--id", "ident", default="", help="The event's id; else one made of the date and the title.")
@click.option(
    "--register",
    is_flag=True,
    help="Put a new source, place or actor into the registry, for other events too.",
)
@click.option("--as-typed", "sure", is_flag=True, help="Take a name as it is, however close to a known one.")
@click.option("--yes", is_flag=True, help="Ask nothing, and write even what may be there already.")
def command(source: Path, **given: Any) -> int:
    """Start an event: ask for it on a terminal, or take it from options; check it and write its file.

    A known actor, place, source or type goes by its id or by its name in any language. Without a
    terminal, or with --yes, nothing is asked: --title, --date and --from are then needed.
    """
    from dateline.beginning import begin

    needed = {"--title": given["title"], "--date": given["date"], "--from": given["read_at"]}
    asks = not given["yes"] and sys.stdin.isatty()
    if not asks and not all(needed.values()):
        missing = " and ".join(option for option, value in needed.items() if not value)
        raise click.UsageError(f"give {missing}; on a terminal, without --yes, they are asked for")
    return begin(source, given, asks=asks)
