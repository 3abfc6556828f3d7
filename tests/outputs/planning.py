"""What a module of outputs makes of a timeline."""

import re
from collections.abc import Iterable
from hashlib import sha256
from html import unescape
from pathlib import Path
from types import ModuleType

from dateline.digest import digest
from dateline.output import Measure, Output, collisions
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
    return made(outputs)


def made(outputs: Iterable[Output]) -> dict[str, bytes]:
    """The bytes of each output by path; those that state the measures of others come last."""
    files: dict[str, bytes] = {}
    for one in sorted(outputs, key=lambda one: len(one.measures)):
        known = {path: files[path] for path in one.measures if path in files}
        told = {path: Measure(len(raw), sha256(raw).hexdigest()) for path, raw in known.items()}
        files[one.path] = one.render(told) if one.measures else one.render()
    return files


def main_text(page: bytes) -> str:
    """What a reader reads on a page, tags and line ends gone."""
    html = page.decode()
    body = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
