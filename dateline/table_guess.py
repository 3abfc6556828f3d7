# SPDX-License-Identifier: MIT
"""Proposes a mapping for a table by the names of its columns; a person looks at it before it is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.table_map import TableMap, is_field

# By the names that people give to columns, in lower case and without spaces.
USUAL: Mapping[str, tuple[str, ...]] = {
    "event_date": ("date",),
    "date_start": ("date",),
    "start": ("date",),
    "start_date": ("date",),
    "startdate": ("date",),
    "day": ("date",),
    "when": ("date",),
    "end": ("date_end",),
    "end_date": ("date_end",),
    "enddate": ("date_end",),
    "headline": ("title",),
    "name": ("title",),
    "event": ("title",),
    "event_name": ("title",),
    "event_title": ("title",),
    "subject": ("title",),
    "description": ("text",),
    "details": ("text",),
    "note": ("notes",),
    "location": ("place",),
    "city": ("place",),
    "where": ("place",),
    "latitude": ("lat",),
    "longitude": ("lon",),
    "lng": ("lon",),
    "accuracy": ("uncertainty_m",),
    "coordinateuncertaintyinmeters": ("uncertainty_m",),
    "category": ("tag",),
    "categories": ("tag",),
    "tags": ("tag",),
    "actors": ("actor",),
    "link": ("source",),
    "url": ("source",),
    "sources": ("source",),
    "website": ("source",),
    "language": ("lang",),
    "fatalities": ("killed",),
    "deaths": ("killed",),
    "wounded": ("injured",),
    "event_id": ("id",),
}

ACLED: Mapping[str, tuple[str, ...]] = {
    "event_id_cnty": ("id",),
    "event_date": ("date",),
    "time_precision": ("date_precision", "extra.time_precision"),
    "event_type": ("tag",),
    "sub_event_type": ("type",),
    "actor1": ("actor",),
    "actor2": ("actor",),
    "location": ("place",),
    "latitude": ("lat",),
    "longitude": ("lon",),
    "geo_precision": ("precision", "uncertainty_m", "extra.geo_precision"),
    "source": ("source",),
    "notes": ("text",),
    "fatalities": ("killed_reported",),
}
UCDP: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "date_start": ("date",),
    "date_end": ("date_end",),
    "date_prec": ("date_precision", "extra.date_prec"),
    "side_a": ("actor",),
    "side_b": ("actor",),
    "where_coordinates": ("place",),
    "where_prec": ("precision", "uncertainty_m", "extra.where_prec"),
    "latitude": ("lat",),
    "longitude": ("lon",),
    "source_article": ("source",),
    "type_of_violence": ("type",),
    "event_clarity": ("extra.event_clarity",),
    "best": ("killed_best",),
    "low": ("killed_low",),
    "high": ("killed_high",),
}
# Our own table with the codes of both: the date is the EDTF one, and the codes are made of it again.
CODED: Mapping[str, tuple[str, ...]] = {
    "event_id": ("id",),
    "date_edtf": ("date",),
    "place": ("place",),
    "country": ("country",),
    "latitude": ("lat",),
    "longitude": ("lon",),
    "uncertainty_m": ("uncertainty_m",),
    "position_precision": ("precision",),
    "actor1": ("actor",),
    "actor2": ("actor",),
    "more_actors": ("actor",),
    "event_type": ("type",),
    "verification": ("verification",),
    "source": ("source",),
    "headline": ("title",),
    "notes": ("summary",),
    "language": ("lang",),
}
# The codes of both are those of their codebooks; the radii are ours, wide on purpose, to be looked at.
ACLED_MAP = TableMap(
    ACLED,
    {
        "date_precision": {"1": "day", "2": "week", "3": "month"},
        "precision": {"1": "settlement", "2": "district", "3": "province"},
        "uncertainty_m": {"1": "10000", "2": "50000", "3": "200000"},
    },
    {"title": "{sub_event_type}, {location}"},
    origin="acled",
)
UCDP_MAP = TableMap(
    UCDP,
    {
        "type": {"1": "state_based", "2": "non_state", "3": "one_sided"},
        "date_precision": {"1": "day", "2": "days", "3": "week", "4": "month", "5": "year"},
        "precision": {
            "1": "settlement",
            "2": "near",
            "3": "district",
            "4": "province",
            "5": "region",
            "6": "country",
            "7": "region",
        },
        "uncertainty_m": {
            "1": "10000",
            "2": "25000",
            "3": "100000",
            "4": "300000",
            "5": "300000",
            "6": "1000000",
            "7": "1000000",
        },
    },
    {"title": "{side_a} and {side_b}, {where_coordinates}"},
    origin="ucdp",
)
SHAPES = (
    ({"date_edtf", "ucdp_date_prec", "acled_time_precision"}, TableMap(CODED)),
    ({"event_date", "time_precision"}, ACLED_MAP),
    ({"date_start", "date_prec", "where_prec"}, UCDP_MAP),
)


def guess(columns: Iterable[str], *, order: str = "", delimiter: str = "") -> TableMap:
    """The mapping that the names of the columns speak for; what they do not say is left out on purpose."""
    names = list(columns)
    for needed, known in SHAPES:
        if needed <= set(names):
            filled = {name: known.columns.get(name, ()) for name in names}
            return TableMap(filled, known.values, known.made, {}, order, delimiter, known.origin)
    return TableMap({name: usual(name) for name in names}, {}, {}, {}, order, delimiter)


def usual(column: str) -> tuple[str, ...]:
    """The field that a column usually fills; none where its name says nothing."""
    name = column.strip().lower().replace(" ", "_")
    if is_field(name):
        return (name,)
    return USUAL.get(name, ())
