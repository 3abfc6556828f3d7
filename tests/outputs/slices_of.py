"""A small timeline with every kind of slice, for the tests of the formats that they can be taken in."""

from typing import Any

from dateline.timeline import Timeline
from tests.rules.small import timeline_of

HOSTILE = '</title>]]><script>\u202e=1+1,";\n'

PLACES = {
    "mill": {"name": "The mill", "lat": "35.1", "lon": "179.9", "uncertainty_m": "500"},
    "quay": {"name": "The quay", "lat": "35.2", "lon": "-179.9", "uncertainty_m": "500"},
}
EVENTS: dict[str, dict[str, Any]] = {
    "day": {"place": "mill", "time": "04:30", "timezone": "Asia/Baghdad", "tags": ["wall"]},
    "both": {"date": "2022-01-03/2022-01-05", "places": ["mill", "quay"], "summary": "It lasted."},
    "month": {"date": "2022-01", "place": "nowhere"},
    "perhaps": {"date": "2022-01-05?"},
    "between": {"date": "[2022-01-03..2022-01-05]"},
    "open": {"date": "2022-01-04/.."},
    "caesar": {"date": "-0043-03-15"},
    "deep": {"date": "Y-170000002"},
    "hostile": {"title": HOSTILE.strip(), "summary": HOSTILE},
}


def every_slice(**site: Any) -> Timeline:
    """The timeline of all of these; each slice has files."""
    return timeline_of(EVENTS, places=PLACES, site={"slice_min": 1, "licence": "CC0-1.0", **site})


def changed(**event: Any) -> Timeline:
    """The same with another first event."""
    events = {**EVENTS, "day": {**EVENTS["day"], **event}}
    return timeline_of(events, places=PLACES, site={"slice_min": 1, "licence": "CC0-1.0"})


def awkward() -> Timeline:
    """The same with a year of five digits, one of 1 BCE, somebody to blame, and a withdrawn event."""
    more: dict[str, dict[str, Any]] = {
        "far": {"date": "Y12022", "title": "=1+1", "tags": ["wall", "\u062d\u0631\u0628"]},
        "zero": {"date": "0000", "place": "quay", "summary": "\u202eRight to left"},
        "blamed": {
            "date": "196X~",
            "actors": [{"actor": "raiders", "role": "attacker"}],
            "sources": ["tale"],
        },
        "gone": {"status": "withdrawn", "withdrawn_reason": HOSTILE.strip(), "relations": {"follows": "day"}},
    }
    return timeline_of(
        {**EVENTS, **more},
        places=PLACES,
        actors={"raiders": {"name": HOSTILE.strip()}},
        sources={"tale": {"title": HOSTILE.strip(), "date": "-0043"}},
        site={"slice_min": 1, "licence": "CC0-1.0", "tagline": "<b>&amp;", "knowledge_date": "2022-01-31"},
    )
