# SPDX-License-Identifier: MIT
"""`dateline serve`: the site on this machine, built again after every change."""

from __future__ import annotations

from pathlib import Path

import click

from dateline import engine, unchanged
from dateline.asking import CLEAN, DRAFTS, OUTPUT, SOURCE
from dateline.options import Options
from dateline.run import now


@click.command("serve")
@SOURCE
@OUTPUT
@DRAFTS
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--base-path", default="/", show_default=True, metavar="PATH", help="Serve under this path.")
def command(  # noqa: PLR0913  # one parameter for each option
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
