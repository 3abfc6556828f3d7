# SPDX-License-Identifier: MIT
"""Every output of the site; what looks at the index alone is planned anew only when that has changed.

A module of outputs that says `SEES = "index"` looks at no story: at the entries of the timeline, the
registries and the site. As long as these are the same, so are the paths and keys that it plans, and
they are taken from the store. Should such an output have to be rendered after all, because somebody
removed its file, it is planned then.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path

from dateline import discover
from dateline.digest import digest
from dateline.json_text import decode, encode
from dateline.output import Output
from dateline.store import Store
from dateline.theme import Theme
from dateline.timeline import Timeline

KIND = "plans"


def plan(timeline: Timeline, source: Path, theme: Theme, store: Store | None = None) -> tuple[Output, ...]:
    """Every output of the site, by path; a site's own outputs come with the engine's."""
    key = index_key(timeline, theme) if store else ""
    outputs: list[Output] = []
    for module in discover.modules("dateline.outputs"):
        if store is None or getattr(module, "SEES", "") != "index":
            outputs += module.plan(timeline, theme)
        else:
            outputs += planned(module.__name__, key, timeline, theme, store)
    folder = source / "outputs"
    code = [path.read_bytes().hex() for path in sorted(folder.glob("*.py"))]  # other code, other bytes
    for own in discover.site_modules(folder):
        outputs += (replace(one, key=digest((code, one.key))) for one in own.plan(timeline, theme))
    return tuple(sorted(outputs, key=lambda output: output.path))


def index_key(timeline: Timeline, theme: Theme) -> str:
    """A digest of all that a module may look at which says that it sees the index."""
    rows = [(entry.key, entry.row.index_key) for entry in timeline.entries]
    stubs = [entry.id for entry in timeline.stubs]
    return digest((theme.whole, timeline.registry, rows, stubs, timeline.redirects))


def planned(name: str, key: str, timeline: Timeline, theme: Theme, store: Store) -> list[Output]:
    """The outputs of a module, from the store if they were planned from the same."""
    kept = decode(store.get(KIND, name) or b"[null, []]")
    if kept[0] == key:
        again = Again(name, timeline, theme)
        return [Output(path, own, partial(again.render, path)) for path, own in kept[1]]
    outputs = list(import_module(name).plan(timeline, theme))
    store.put(KIND, [(name, encode([key, [(output.path, output.key) for output in outputs]]))])
    return outputs


class Again:
    """Plans the outputs of a module when one of them has to be rendered after all."""

    def __init__(self, name: str, timeline: Timeline, theme: Theme) -> None:
        self.name = name
        self.timeline = timeline
        self.theme = theme

    @cached_property
    def outputs(self) -> dict[str, Output]:
        """The outputs by path."""
        return {output.path: output for output in import_module(self.name).plan(self.timeline, self.theme)}

    def render(self, path: str) -> bytes:
        """The bytes of one output."""
        return self.outputs[path].render()
