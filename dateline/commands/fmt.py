# SPDX-License-Identifier: MIT
"""`dateline fmt`: the files of a site in one form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dateline.asking import CLEAN, PROBLEMS, SOURCE
from dateline.problems import Problem
from dateline.telling import note, show


@click.command("fmt")
@SOURCE
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; list what would change, and exit 1."
)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def command(source: Path, paths: tuple[Path, ...], *, only_check: bool) -> int:
    """Write the content's YAML files, or those of PATHS, in one form: order of keys, indentation, blocks.

    Comments, quotes and texts stay as they are. A file that cannot be read is left alone.
    """
    from dateline.document import EVENT, REGISTRY, read
    from dateline.key_order import order_of_file
    from dateline.load.filenames import printable
    from dateline.load.folder import Folder
    from dateline.report import safe
    from dateline.saving import save
    from dateline.tidy import Untidy, tidied

    problems: list[Problem] = []
    notes: list[str] = []
    changed, count = 0, 0
    verb = "would change" if only_check else "changed"
    for path, kind, many in files(source, paths):
        count += 1
        limits = REGISTRY if many else EVENT
        raw = Folder(source).read(path, limits.size)
        document = (raw,) if isinstance(raw, Problem) else read(printable(path), raw, limits)
        if isinstance(raw, Problem) or isinstance(document, tuple):
            problems += document if isinstance(document, tuple) else ()
            continue
        try:
            made = tidied(document, order_of_file(kind, registry=many))
        except Untidy as why:
            notes.append(f"{document.path} is left alone: {why}")
            continue
        if made.encode() != raw:
            changed += 1
            if not only_check:
                save(source / path, made)
            click.echo(f"{verb}: {safe(document.path)}")
    show(problems)
    note(notes)
    click.echo(f"{changed} of {count} {'file' if count == 1 else 'files'} {verb}.")
    return PROBLEMS if problems or (only_check and changed) else CLEAN


def files(source: Path, paths: tuple[Path, ...]) -> Iterator[tuple[str, str, bool]]:
    """The YAML files of the content at or below the paths, or all, when none is given.

    Each comes with its kind, and whether it holds many records by their ids.
    """
    from dateline.key_order import KINDS
    from dateline.load import CONTENT
    from dateline.load.arrangement import REGISTRIES, arrange
    from dateline.load.folder import Folder

    listing = Folder(source).listing(CONTENT)
    if listing is None:
        raise click.UsageError(f"there is no folder '{CONTENT}' in {source}; name the site's with --source")
    wanted = [path.resolve() for path in paths] or [source.resolve()]
    arranged = arrange(listing.files).files
    for kind in KINDS:
        for named in arranged[kind]:
            path = named.file.path
            if any((source / path).resolve().is_relative_to(one) for one in wanted):
                yield path, kind, kind in REGISTRIES and not named.id
