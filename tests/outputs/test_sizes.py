"""Whatever a timeline holds, none of its pages is too heavy to read on a slow line."""

import re
from functools import cache
from types import ModuleType

import pytest

from dateline.output import Output
from dateline.outputs import actors, disputed, events, home, places, sources, terms
from dateline.timeline import Timeline
from tests.outputs.planning import main_text, planned, theme_of
from tests.rules.small import timeline_of

MANY = 3_000
HEAVIEST = 150_000
NUMBERS = range(MANY)


@cache
def timeline() -> Timeline:
    """A series that half of all events belong to; all are at one place, by one actor, from one source."""
    return timeline_of(
        {
            "all": {"date": "4000"},
            **{
                f"e{number}": {
                    "date": f"{number + 500:04}",
                    "title": f"Something that happened, number {number}",
                    "relations": {"part_of": "all"}
                    if number % 2
                    else {"has_part": ["all"]}
                    if number < 40
                    else {},
                    "place": "p0",
                    "actors": [{"actor": "a0"}],
                    "sources": ["s0"],
                    "tags": ["everything", f"tag-{number}"],
                }
                for number in NUMBERS
            },
        },
        places={f"p{number}": {"name": f"Place {number}", "part_of": "p0"} for number in NUMBERS},
        actors={
            f"a{number}": {"name": f"Actor {number}", "member_of": "a0", "possibly_same_as": ["a0"]}
            for number in NUMBERS
        },
        sources={
            f"s{number}": {"title": f"A report of some length, number {number}", "via": "s0"}
            for number in NUMBERS
        },
    )


@cache
def outputs(module: ModuleType) -> dict[str, Output]:
    """What a module plans, by path."""
    return {one.path: one for one in module.plan(timeline(), theme_of(timeline()))}


def page(module: ModuleType, path: str) -> bytes:
    """One page of the timeline, which is not too heavy."""
    made = outputs(module)[path].render()
    assert len(made) < HEAVIEST
    return made


def test_the_home_page_shows_the_latest_of_everything() -> None:
    html = page(home, "index.html").decode()

    assert html.count('<aside class="band"') == home.MOST_BANDS
    assert "1500 events in all" in html
    assert "9 earlier series stand among the events of their years." in html
    assert "and 2501 earlier years" in html


def test_an_event_is_linked_to_the_latest_hundred_and_says_how_many_more() -> None:
    html = page(events, "events/all.html").decode()

    assert 'href="e2999.html"' in html
    assert 'href="e2801.html"' in html
    assert 'href="e2799.html"' not in html
    assert "1400 earlier events, under their years" in html
    assert html.count('href="e38.html"') == 1


def test_a_place_an_actor_and_a_source_name_the_first_hundred() -> None:
    for module, path in (
        (places, "places/p0.html"),
        (actors, "actors/a0.html"),
        (sources, "sources/s0.html"),
    ):
        read = main_text(page(module, path))

        assert "and 2900 more" in read
        assert "and 2500 earlier years" in read


def test_a_long_list_is_cut_by_letter() -> None:
    for module, name in ((places, "places"), (actors, "actors"), (sources, "sources"), (terms, "tags")):
        paths = outputs(module)
        parts = [path for path in paths if path.startswith(f"{name}/_")]
        first = page(module, f"{name}.html").decode()
        shown = b"".join(page(module, path) for path in parts).decode()

        assert all(f'href="{path}"' in first for path in parts)
        assert all(
            f'href="../{path}"' in shown
            for path in paths
            if path.startswith(f"{name}/") and path not in parts and path.count("/") == 1
        )


@pytest.mark.parametrize("date", ["2022-01-05", "196X"])
def test_what_no_period_can_cut_goes_on_to_further_pages(date: str) -> None:
    crowd = timeline_of(
        {
            f"e{number:03}": {
                "date": date,
                "verification": "disputed",
                "place": "town",
                "actors": [{"actor": "council", "role": "builder"}],
                "sources": ["report"],
                "tags": ["wall"],
            }
            for number in range(250)
        },
        places={"town": {"name": "Town"}},
        actors={"council": {"name": "Council"}},
        sources={"report": {"title": "Report"}},
    )
    for module, first in [
        *((places, "places/town"), (actors, "actors/council"), (sources, "sources/report")),
        *((terms, "tags/wall"), (disputed, "disputed")),
    ]:
        made = planned(module, crowd)
        pages = {
            path: html.decode() for path, html in made.items() if path.startswith((f"{first}.", f"{first}/"))
        }
        shown = [
            ident
            for html in pages.values()
            for ident in re.findall(r'<li class="card.*?events/(e\d+)', html, re.DOTALL)
        ]

        assert len(pages) >= 3
        assert max(len(html.encode()) for html in pages.values()) < HEAVIEST
        assert sorted(shown) == [f"e{number:03}" for number in range(250)]
        for path in pages:
            assert path == f"{first}.html" or any(f'{path}"' in html for html in pages.values())
