# SPDX-License-Identifier: MIT
"""`dateline diff`: what a change does to the timeline, in words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dateline.asking import CLEAN, JOBS, PROBLEMS, SOURCE


@click.command("diff")
@SOURCE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print: for people, into the job summary of a workflow, as Markdown, or as data.",
)
@JOBS
@click.argument("base")
@click.argument("head", required=False)
def command(source: Path, form: str, base: str, head: str | None, jobs: int) -> int:
    """Say what a change does to the timeline, from BASE to HEAD, or to the site as it is.

    Each is the folder of a site, or a commit, branch or tag of the repository that the site lies in.
    """
    from dateline import review_text
    from dateline.checking import check_as_asked
    from dateline.ledger import ledger_of
    from dateline.options import Options
    from dateline.problems import Problem
    from dateline.review import reviewed
    from dateline.run import now
    from dateline.telling import tell

    with TemporaryDirectory(prefix="dateline-") as temporary:
        before = folder_of(base, source, Path(temporary, "base"))
        after = folder_of(head, source, Path(temporary, "head")) if head else source
        beside = files_beside(source, (base, before), (head, after))
        known = ledger_of(before)
        one, two = (
            check_as_asked(Options(site, site, cache=False, jobs=jobs), now()) for site in (before, after)
        )
        found = reviewed(one, two, None if isinstance(known, Problem) else known, beside)
    tell(review_text.FORMS[form](found), review_text.as_markdown(found) if form == "github" else "")
    return CLEAN if found.comparable else PROBLEMS


def folder_of(typed: str, source: Path, temporary: Path) -> Path:
    """The folder of a site that was named, or one with the site as it was at a revision."""
    from dateline.revision import is_site, site_at

    return Path(typed) if is_site(Path(typed)) else site_at(source, typed, temporary)


def files_beside(source: Path, base: tuple[str, Path], head: tuple[str | None, Path]) -> tuple[str, ...]:
    """The files beside content that change; none where a folder is compared with a revision."""
    from dateline.revision import beside_content, beside_content_since, is_site

    folders = [is_site(Path(typed)) if typed else False for typed in (base[0], head[0])]
    if folders[0]:
        return beside_content(base[1], head[1]) if folders[1] or not head[0] else ()
    return () if folders[1] else beside_content_since(source, base[0], head[0])
