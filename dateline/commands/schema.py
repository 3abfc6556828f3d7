# SPDX-License-Identifier: MIT
"""`dateline schema`: what editors check files against."""

from __future__ import annotations

import click

from dateline.asking import CLEAN


@click.command("schema")
@click.argument("name", default="event")
def command(name: str) -> int:
    """Print the JSON Schema of NAME: event, translation, site, place, actor, source and their registries."""
    from dateline.outputs.records import encoded
    from dateline.schema import SCHEMAS
    from dateline.schema import schema as made

    if name not in SCHEMAS:
        raise click.UsageError(f"there is no schema '{name}'; there are: {', '.join(SCHEMAS)}")
    click.echo(encoded(made(name)).decode(), nl=False)
    return CLEAN
