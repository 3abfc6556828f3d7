# SPDX-License-Identifier: MIT
"""The map of all places, and the data from which its script redraws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.atlas import Atlas, atlas
from dateline.digest import digest
from dateline.json_text import encode
from dateline.map_files import Sheaf, events_of, first_file, latest, sheaves
from dateline.map_page import MapPage, drawing, map_page
from dateline.maps import tiles
from dateline.maps.drawing import Window
from dateline.maps.overview import Overview, window_of
from dateline.output import Output
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"

DATA = "map/places.json"


@dataclass(frozen=True)
class Work:
    """The map of a timeline as far as it was made; the drawing is made once for all that need it."""

    timeline: Timeline
    theme: Theme
    atlas: Atlas

    def page(self) -> tuple[Page, MapPage]:
        """The page and what it shows."""
        _ = self.theme.language.gettext
        page = Page("map.html", _("Map"), _("Every place with an event, each in a circle that holds it."))
        shown = map_page(self.atlas, self.drawing, self.timeline.entries, self.theme)
        return Page(page.path, page.title, page.description, current="map"), shown

    @cached_property
    def drawing(self) -> Overview | None:
        """The drawing of all spots."""
        return drawing(self.atlas, self.theme)

    def first_file(self) -> bytes:
        """What the script reads at once."""
        return encode(first_file(self.atlas, self.timeline.entries, self.drawing, self.theme)) + b"\n"

    def events(self, sheaf: Sheaf) -> bytes:
        """What the script reads when a place is chosen."""
        return encode(events_of(sheaf, self.atlas, self.timeline.entries, self.theme)) + b"\n"

    def ground(self, window: Window, column: int, row: int) -> bytes:
        """What the script reads when the reader draws near."""
        return encode(tiles.tile(self.theme.ground.basemap, window, column, row)) + b"\n"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page, the file that its script reads at once, the files of events by place, and the ground.

    A title that changes changes only the file that it stands in.
    """
    work = Work(timeline, theme, atlas(timeline))
    entries = timeline.entries
    made_from = digest((work.atlas, [(entry.id, entry.row.date_text) for entry in entries]))
    yield theme.page_later("map.html", "map.html", made_from, work.page)
    yield Output(theme.folder + DATA, digest((theme.shared, made_from)), work.first_file)
    for sheaf in sheaves(work.atlas):
        held = [
            [(event, entries[event].key) for event in latest(work.atlas.places[number])]
            for number in sheaf.places
        ]
        key = digest((theme.shared, sheaf, held))
        yield Output(theme.folder + sheaf.path, key, work.events, (sheaf,))
    if work.atlas.spots and not theme.folder:  # the ground is the same in every language
        window = window_of([spot.circle for spot in work.atlas.spots])
        for column, row in tiles.tiles():
            key = digest((theme.shared, window, column, row))
            yield Output(f"map/ground-{column}-{row}.json", key, work.ground, (window, column, row))
