# SPDX-License-Identifier: MIT
"""What can be wrong with the site as a whole, seen when its files are planned."""

from __future__ import annotations

from dateline.problems import Code, Severity

OUTPUT_PATH = Code(
    "D901",
    "output-path",
    Severity.ERROR,
    "A published path is relative and made of letters, digits, hyphens, underscores and dots.",
    bad="../index.html",
    good="events/2022-01-05-green-village-attack.html",
)
OUTPUT_COLLISION = Code(
    "D902",
    "output-collision",
    Severity.ERROR,
    "No two files of a site have the same path, even where capital letters do not count.",
    bad="About.html and about.html",
    good="about.html and about-us.html",
)
BASEMAP = Code(
    "D903",
    "basemap",
    Severity.ERROR,
    "A basemap of the site's own, templates/basemap.json, is GeoJSON in WGS 84: polygons with a name are "
    "countries; a property kind says what is a lake, a river or a border.",
    bad='{"type": "Topology"}',
    good=(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Aldea"},\n'
        '  "geometry": {"type": "Polygon", "coordinates": [[[40, 35], [41, 35], [41, 36], [40, 35]]]}}]}'
    ),
)
NO_SHARE_CARD = Code(
    "D904",
    "no-share-card",
    Severity.NOTICE,
    "A link to an event that is shared takes a picture along, with title, date and verification in words; "
    "the extra 'images' draws it, and its fonts have Latin, Greek, Cyrillic and Arabic letters.",
    bad="# Pillow and its fonts are not installed",
    good="pip install 'dateline[images]'",
)
NO_SEARCH_INDEX = Code(
    "D905",
    "no-search-index",
    Severity.WARNING,
    "Where a site is to be searched, Pagefind is installed and makes its index.",
    bad="# Pagefind is not installed",
    good="pip install 'dateline[search]'",
)
DEAD_ADDRESS = Code(
    "D906",
    "dead-address",
    Severity.ERROR,
    "Every address of an event that was published, as the ledger addresses.txt has them, is a page: that "
    "of the event, one that leads to the event in its place, or one that says that it was withdrawn.",
    bad="former_ids: []    # in 2022-01-04-fire.yaml, which was 2022-01-05-fire.yaml",
    good="former_ids: [2022-01-05-fire]    # in 2022-01-04-fire.yaml, which was 2022-01-05-fire.yaml",
)
ADDRESS_REUSE = Code(
    "D907",
    "address-reuse",
    Severity.ERROR,
    "An id that was given up for another event, as the ledger addresses.txt says, is not used again.",
    bad="content/events/2022-01-05-fire.yaml    # new; the ledger has 2022-01-05-fire -> 2022-01-04-fire",
    good="content/events/2022-01-05-second-fire.yaml",
)
LEDGER_LINE = Code(
    "D908",
    "ledger-line",
    Severity.ERROR,
    "A line of the ledger addresses.txt is an id, an id with '-> ' and the id that it leads to, or an id "
    "and 'withdrawn'; where feeds name the event by another id, 'was ' and that one. `dateline ledger` "
    "writes them.",
    bad="2022-01-05-fire is now 2022-01-04-fire",
    good="2022-01-05-fire -> 2022-01-04-fire",
)
STRAY_LINK = Code(
    "D909",
    "stray-link",
    Severity.WARNING,
    "Each address in content/links.yaml is that of a source; what is known of any other is shown nowhere.",
    bad="https://example.org/mistyped: {state: gone, checked: 2026-11-23}",
    good="https://example.org/report: {state: gone, checked: 2026-11-23}",
)
FEED_NAME = Code(
    "D910",
    "feed-name",
    Severity.ERROR,
    "The name of an event in feeds and calendars, which is the first of its former_ids or else its id, stays "
    "what it was, as the ledger addresses.txt has it: else everybody who follows gets the event once more.",
    bad="former_ids: [second-id, first-id]",
    good="former_ids: [first-id, second-id]",
)
SITE_SIZE = Code(
    "D911",
    "site-size",
    Severity.WARNING,
    "A site has less than 1 GB, which is all that GitHub Pages takes; from 800 MB on a build tells.",
    bad="slice_min: 1    # in site.yaml, with 20,000 events",
    good="slice_min: 0",
)
