"""What slices there are, what they are called and where their files lie."""

from typing import Any

from dateline import slices
from dateline.slices import LEAST, SHORT, Files, Slice, files_below, has_files
from dateline.timeline import Timeline
from tests.rules.small import timeline_of

PLACES = {"land": {"name": "The land"}, "mill": {"name": "The mill", "part_of": "land"}}


def small(least: int | None = 1, **changed: Any) -> Timeline:
    """Two events, in one of which everything is named that slices are made by."""
    first = {
        "place": "mill",
        "actors": ["council"],
        "type": "fire",
        "tags": ["wall"],
        "sources": ["report"],
        **changed,
    }
    return timeline_of(
        {"a": first, "b": {"date": "-0043-03-15", "place": "land"}},
        places=PLACES,
        actors={"council": {"name": "The council"}},
        sources={"report": {"title": "A report"}},
        site={
            **({} if least is None else {"slice_min": least}),
            "vocabularies": {"type": {"fire": {"label": "Fire"}}},
        },
    )


def by_stem(timeline: Timeline) -> dict[str, Slice]:
    return {one.stem: one for one in slices.slices(timeline)}


def test_the_whole_a_year_a_place_and_whatever_else_has_a_page_is_a_slice() -> None:
    found = {stem: (one.title, [entry.id for entry in one.entries]) for stem, one in by_stem(small()).items()}

    assert found == {
        "": ("A timeline", ["b", "a"]),
        "44-bce": ("44 BCE", ["b"]),
        "2022": ("2022", ["a"]),
        "places/land": ("The land", ["b", "a"]),
        "places/mill": ("The mill", ["a"]),
        "actors/council": ("The council", ["a"]),
        "sources/report": ("A report", ["a"]),
        "types/fire": ("Fire", ["a"]),
        "tags/wall": ("wall", ["a"]),
    }


def test_a_slice_of_few_events_has_no_files_unless_it_is_a_year() -> None:
    assert list(by_stem(small(2))) == ["", "44-bce", "2022", "places/land"]
    assert list(by_stem(small(0))) == ["", "44-bce", "2022"]
    assert list(by_stem(small(None))) == ["", "44-bce", "2022"]
    assert [has_files(small(None), "place", count) for count in (LEAST - 1, LEAST)] == [False, True]


def test_in_a_long_timeline_a_slice_needs_more_events() -> None:
    many = {f"e{number}": {"tags": ["many", *(["few"] if number < 11 else [])]} for number in range(1_200)}

    assert list(by_stem(timeline_of(many))) == ["", "2022", "tags/many"]
    assert [has_files(timeline_of(many), "tag", count) for count in (11, 12)] == [False, True]


def test_in_a_long_timeline_few_slices_have_every_format_unless_the_site_says_which_have_files() -> None:
    many = {f"e{number}": {"tags": ["wall"]} for number in range(SHORT + 1)}

    def with_every(timeline: Timeline) -> list[str]:
        return [one.stem for one in slices.slices(timeline) if one.every]

    assert with_every(timeline_of(many)) == ["", "2022"]
    assert files_below(timeline_of(many), "tag", "tags/wall", SHORT + 1) == Files("tags/wall/", every=False)
    assert with_every(timeline_of(many, site={"slice_min": 100})) == ["", "2022", "tags/wall"]
    assert with_every(timeline_of(dict(list(many.items())[1:]))) == ["", "2022", "tags/wall"]


def test_a_page_knows_whether_its_slice_has_files() -> None:
    timeline = small(2)

    assert files_below(timeline, "place", "places/land", 2) == Files("places/land/", every=True)
    assert files_below(timeline, "place", "places/mill", 1) is None
    assert files_below(timeline, "year", "2022", 1) == Files("2022/", every=True)


def test_the_files_of_a_slice_lie_below_its_page() -> None:
    found = by_stem(small())

    assert (found[""].page, found[""].address("feed.xml")) == ("index.html", "feed.xml")
    assert (found["2022"].page, found["2022"].address("feed.xml")) == ("2022.html", "2022/feed.xml")


def test_only_what_a_file_can_show_changes_the_key_of_a_slice() -> None:
    before = by_stem(small())
    told = by_stem(small(body="Anew.", unknowns=["Who did it."]))
    titled = by_stem(small(title="Another"))

    assert {stem: one.key for stem, one in before.items()} == {stem: one.key for stem, one in told.items()}
    changed = {stem for stem, one in before.items() if one.key != titled[stem].key}
    assert changed == set(before) - {"44-bce"}
