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
STRAY_LINK = Code(
    "D909",
    "stray-link",
    Severity.WARNING,
    "Each address in content/links.yaml is that of a source; what is known of any other is shown nowhere.",
    bad="https://example.org/mistyped: {state: gone, checked: 2026-11-23}",
    good="https://example.org/report: {state: gone, checked: 2026-11-23}",
)
