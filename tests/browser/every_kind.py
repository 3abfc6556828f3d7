"""A site with every kind of page, and the table of them: each template with the addresses that it makes."""

import io
from pathlib import Path

from PIL import Image

from dateline.pipeline import build
from dateline.searching import Search
from dateline.shelves import MOST
from tests.samples import site_of

SITE = """
title: A timeline
tagline: Of one village
scope: What happened in the village.
url: https://timeline.example/repo/
languages: [en, ar]
knowledge_date: 2022-01-31
contact: mailto:desk@example.org
licence: CC0-1.0
share_cards: 0
repository: https://github.com/someone/timeline
"""
FULL = """
title: A wall falls
date: 2022-01-05
time: "04:30"
timezone: Asia/Baghdad
type: collapse
verification: disputed
summary: A wall of the mill fell into the road.
content_warnings: [injury]
place: mill
actors: [{actor: council, role: builder}]
sources: [report, https://example.org/second]
tags: [wall]
relations: {part_of: series}
unknowns: [Who built the wall is not known.]
casualties: [{type: injured, count: 2, according_to: council}]
claims:
  - {by: council, about: responsibility, text: The wall was old.}
  - {by: owners, about: responsibility, text: The wall was new.}
media:
  - {type: photo, file: wall.jpg, alt: A wall., content_warnings: [injury], provenance: own,
     licence: CC0-1.0, credit: x}
"""
OTHER = """
title: Power returns
date: {date}
sources: [report]
tags: [power]
place: quay
actors: [{{actor: council, role: builder}}]
relations: {{part_of: series}}
"""
TRANSLATED = """
lang: ar
of: wall
title: سقوط جدار
summary: سقط جدار الطاحونة في الطريق.
"""
RECORDS = {
    "places.yaml": (
        "mill: {name: The mill, lat: 36.5, lon: 41.9, uncertainty_m: 500}\n"
        "quay: {name: The quay, lat: 35.0, lon: 40.1, uncertainty_m: 20000}\n"
    ),
    "actors.yaml": "council: {name: The council}\nowners: {name: The owners}\n",
    "sources.yaml": "report: {title: A report, url: 'https://example.org/report', publisher: The Gazette}\n",
}

KINDS = {
    "index.html": ["index.html", "ar/index.html"],
    "event.html": ["events/wall.html", "ar/events/wall.html"],
    "period.html": ["2022.html", "2022/01.html"],
    "period_further.html": ["2021/12/31/from-101.html"],
    "place.html": ["places/mill.html"],
    "actor.html": ["actors/council.html"],
    "role.html": ["actors/council/as-builder.html"],
    "source.html": ["sources/report.html"],
    "term.html": ["tags/power.html"],
    "shelf.html": ["tags/power/2022.html"],
    "list.html": ["places.html"],
    "map.html": ["map.html"],
    "on_this_day.html": ["on-this-day.html"],
    "disputed.html": ["disputed.html"],
    "search.html": ["search.html"],
    "accessibility.html": ["accessibility.html"],
    "contribute.html": ["contribute.html", "ar/contribute.html"],
    "data.html": ["data.html", "ar/data.html"],
    "page.html": ["about.html"],
    "withdrawn.html": ["events/gone.html"],
    "redirect.html": ["events/there.html"],
    "404.html": ["404.html"],
    "embed.html": ["embed/index.html"],
    "embed_event.html": ["ar/embed/events/wall.html"],
    "embed_withdrawn.html": ["embed/events/gone.html"],
    "embed_redirect.html": ["embed/events/there.html"],
}
PAGES = [path for paths in KINDS.values() for path in paths]


def every_kind(folder: Path) -> Path:
    """The site, built."""
    photo = io.BytesIO()
    Image.linear_gradient("L").resize((600, 400)).convert("RGB").save(photo, "JPEG")
    files: dict[str, str | bytes] = {
        **RECORDS,
        "site.yaml": SITE,
        "media/wall.jpg": photo.getvalue(),
        "pages/about.md": "# About\n\nHere.\n\n## Why\n\nBecause.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "events/wall.yaml": FULL,
        "events/wall.ar.yaml": TRANSLATED,
        "events/series.yaml": "title: A hard winter\ndate: 2021-12/2022-01\nsources: [report]\n",
        "events/gone.yaml": OTHER.format(date="2022-01-05")
        + "status: withdrawn\nwithdrawn_reason: It was a drill.\n",
        "events/here.yaml": OTHER.format(date="2022-01-07?") + "former_ids: [there]\n",
    }
    for number in range(MOST + 1):
        files[f"events/e{number}.yaml"] = OTHER.format(date="2021-12-31")
    built = build(site_of(folder / "source", files), folder / "site", index=Search(anew=True))
    assert built.written is not None, built.problems
    return folder / "site"
