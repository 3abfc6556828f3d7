"""What a module of outputs makes of a timeline."""

import re
from html import unescape
from pathlib import Path
from types import ModuleType

from dateline.digest import digest
from dateline.output import collisions
from dateline.theme import Theme, open_theme
from dateline.timeline import Timeline

BASE = "https://example.org/t/"


THEMES: dict[str, Theme] = {}


def theme_of(timeline: Timeline, base_url: str | None = BASE) -> Theme:
    """The bundled theme, for a site that is published at an address; its templates are read once."""
    key = digest((timeline.site, base_url))
    return THEMES.setdefault(key, open_theme(Path(), timeline.site, base_url))


def planned(module: ModuleType, timeline: Timeline, base_url: str | None = BASE) -> dict[str, bytes]:
    """Every file that the module makes, by path; none clashes with another."""
    outputs = list(module.plan(timeline, theme_of(timeline, base_url)))
    assert collisions(outputs) == ()
    return {output.path: output.render() for output in outputs}


def main_text(page: bytes) -> str:
    """What a reader reads on a page, tags and line ends gone."""
    html = page.decode()
    body = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
