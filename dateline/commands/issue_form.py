# SPDX-License-Identifier: MIT
"""`dateline issue-form`: the form on GitHub that asks for an event."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.asking import CLEAN, ENVIRONMENT, SOURCE


@click.command("issue-form")
@SOURCE
def command(source: Path) -> int:
    """Print the form for .github/ISSUE_TEMPLATE/event.yml, with the site's own types and roles."""
    from dateline.issue_form import form
    from dateline.load import load
    from dateline.records import gather
    from dateline.telling import complain

    site = gather(load(source)).site
    if site is None:
        complain("content/site.yaml cannot be used", "dateline check says what is wrong with it")
        return ENVIRONMENT
    click.echo(form(site), nl=False)
    return CLEAN
