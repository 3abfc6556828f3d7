"""A site is checked with one more event, and is not touched by that."""

from pathlib import Path

from dateline.checking import check
from dateline.draft import draft
from dateline.trial import taken, tried
from tests.samples import EVENT, site_of

FIELDS = {"title": "Power returns", "date": "2022-01-05", "sources": ["https://example.org/report"]}


def files(folder: Path) -> dict[str, bytes]:
    """Every file by path."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_the_problems_that_the_event_brings_are_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"events/a.yaml": "titel: x\n", "events/2022/b.yaml": EVENT})
    checked, before = check(site, drafts=True), files(site)
    event = draft({**FIELDS, "place": "no-such-place"}, ())
    found = tried(site, checked, event)

    assert [(problem.path, problem.code.name) for problem in found] == [(event.path, "unresolved-id")]
    assert files(site) == before


def test_a_problem_that_shows_in_another_file_is_one_that_the_event_brings(tmp_path: Path) -> None:
    words = "type: fire\nplace: Aldea\n"
    site = site_of(tmp_path, {"events/z.yaml": EVENT + words})
    event = draft({**FIELDS, "type": "fire", "place": "Aldea"}, ())
    found = tried(site, check(site, drafts=True), event)

    assert [(problem.path, problem.code.name) for problem in found] == [
        ("content/events/z.yaml", "likely-duplicate")
    ]


def test_an_id_is_taken_by_drafts_by_broken_events_and_by_former_ones(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            "events/a.yaml": EVENT + "status: draft\n",
            "events/b.yaml": EVENT + "former_ids: [c]\n",
            "events/d.yaml": "titel: x\n",
        },
    )
    timeline = check(site, drafts=True).timeline
    assert timeline is not None

    assert taken(timeline) >= {"a", "b", "c", "d"}
