# SPDX-License-Identifier: MIT
"""`dateline links`: which addresses of sources still answer."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import click

from dateline.asking import CLEAN, ENVIRONMENT, PROBLEMS, SOURCE
from dateline.report import safe
from dateline.run import now
from dateline.telling import complain, show

ARCHIVE_SECONDS = 60.0
"""An archive fetches a page itself before it answers."""


@click.command("links")
@SOURCE
@click.option("--archive", is_flag=True, help="Ask web.archive.org to keep what has no archived copy.")
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    help="Ask for this source, or those of this event; may be repeated.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Ask for at most so many addresses.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print: for a terminal, for an issue, or as data.",
)
@click.option("--write", is_flag=True, help="Keep what was seen in content/links.yaml, for pages to show.")
def command(  # noqa: PLR0913  # one parameter for each option
    source: Path, only: tuple[str, ...], limit: int | None, form: str, *, archive: bool, write: bool
) -> int:
    """Ask the web addresses of sources whether they still answer. No build does this."""
    from dateline.checking import check
    from dateline.links import telling
    from dateline.links.answers import Verdict
    from dateline.links.archive import save
    from dateline.links.cited import addresses
    from dateline.links.door import Door, agent
    from dateline.links.keeping import kept, put
    from dateline.links.looking import is_cut_off, looks
    from dateline.means import alone
    from dateline.progress import Progress

    with alone() as using:
        checked = check(source, using=using)
        timeline = checked.timeline
        if timeline is None:
            show(checked.problems)
            return PROBLEMS
        unknown = sorted(set(only) - timeline.by_id.keys() - timeline.registry.sources.keys())
        if unknown:
            raise click.UsageError(f"there is no source and no event '{safe(unknown[0])}'")
        every, wanted = addresses(timeline), addresses(timeline, only)[:limit]
    door, day, watch = Door(agent(timeline.site.repository)), now().date().isoformat(), Progress()
    with watch.step("links"):
        seen = looks(wanted, door.ask, watch.progress)
    click.echo(telling.told(form, wanted, seen, day), nl=False)
    if is_cut_off(seen):
        complain("no address answered at all", "Look whether this machine is connected; nothing was written.")
        return ENVIRONMENT
    if archive:
        lacking = [one for one in wanted if not one.archived and seen[one.text].verdict is Verdict.ANSWERS]
        slow = replace(door, seconds=ARCHIVE_SECONDS)
        for line in telling.of_copies(save(lacking, slow.fetch, time.sleep)):
            click.echo(line, err=form == "json", nl=False)
    if write:
        put(source, kept(timeline.registry.links, seen, {one.text for one in every}, day))
    return CLEAN
