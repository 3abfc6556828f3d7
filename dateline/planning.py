# SPDX-License-Identifier: MIT
"""Every output of the site; what looks at the index alone is planned anew only when that has changed.

A module of outputs that says `SEES = "index"` looks at no story: at the entries of the timeline, the
registries and the site. As long as these are the same, so are the paths and keys that it plans, and
they are taken from the store. Should such an output have to be rendered after all, because somebody
removed its file, it is planned then.

A module that says `SPEAKS = "each"` plans its pages for each language of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path

from dateline import discover
from dateline.digest import digest
from dateline.json_text import decode, encode
from dateline.output import Measure, Output
from dateline.spoken import languages
from dateline.store import Store
from dateline.theme import Theme
from dateline.timeline import Timeline
from dateline.translated import in_language

KIND = "plans"


def plan(timeline: Timeline, source: Path, theme: Theme, store: Store | None = None) -> tuple[Output, ...]:
    """Every output of the site, by path; a site's own outputs come with the engine's."""
    outputs: list[Output] = []
    everywhere, alone = in_each_language(timeline, theme), [(timeline, theme)]
    keys: dict[str, str] = {}
    for told, look in everywhere if store else ():  # a page in another language may show the site's own index
        keys[look.folder] = digest((keys.get(""), index_key(told, look)))
    for module in discover.modules("dateline.outputs"):
        for told, look in everywhere if getattr(module, "SPEAKS", "") == "each" else alone:
            if store is None or getattr(module, "SEES", "") != "index":
                outputs += module.plan(told, look)
            else:
                outputs += planned(module.__name__, keys[look.folder], told, look, store)
    folder = source / "outputs"
    code = [path.read_bytes().hex() for path in sorted(folder.glob("*.py"))]  # other code, other bytes
    for own in discover.site_modules(folder):
        outputs += (replace(one, key=digest((code, one.key))) for one in own.plan(timeline, theme))
    return tuple(sorted(outputs, key=lambda output: output.path))


def in_each_language(timeline: Timeline, theme: Theme) -> list[tuple[Timeline, Theme]]:
    """The timeline and its theme in every language of the site, its own first."""
    own, *others = languages(timeline.site)
    if not others:
        return [(timeline, theme)]
    return [
        (timeline, theme.speaking(own)),
        *((in_language(timeline, code), theme.speaking(code)) for code in others),
    ]


def index_key(timeline: Timeline, theme: Theme) -> str:
    """A digest of all that a module may look at which says that it sees the index."""
    rows = [(entry.key, entry.row.index_key) for entry in timeline.entries]
    stubs = [entry.id for entry in timeline.stubs]
    return digest((theme.whole, timeline.registry, rows, stubs, timeline.redirects))


def planned(name: str, key: str, timeline: Timeline, theme: Theme, store: Store) -> list[Output]:
    """The outputs of a module, from the store if they were planned from the same."""
    place = theme.folder + name
    kept = decode(store.get(KIND, place) or b"[null, []]")
    if kept[0] == key:
        again = Again(name, timeline, theme)
        return [
            Output(path, own, again.render, (path,), tuple(named), many) for path, own, named, many in kept[1]
        ]
    outputs = list(import_module(name).plan(timeline, theme))
    store.put(
        KIND, [(place, encode([key, [(one.path, one.key, one.measures, one.events) for one in outputs]]))]
    )
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

    def render(self, path: str, *given: Mapping[str, Measure]) -> bytes:
        """The bytes of one output."""
        return self.outputs[path].render(*given)
