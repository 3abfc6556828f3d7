"""What is kept is small, sorted, of known addresses alone, and reads back as it was written."""

from pathlib import Path

from dateline.checking import check
from dateline.links.answers import Look, Verdict
from dateline.links.keeping import FILE, kept, put
from dateline.models import Link
from tests.samples import EVENT, site_of

DAY = "2026-11-23"
A, B, C, D = (f"https://example.org/{letter}" for letter in "abcd")


def link(state: str) -> Link:
    """What was known of an address."""
    return Link.model_validate({"state": state, "checked": "2026-01-01"})


def test_what_was_seen_replaces_what_was_known_and_the_rest_stays() -> None:
    before = {A: link("gone"), B: link("silent"), C: link("gone"), D: link("gone")}
    looks = {B: Look(Verdict.MOVED, A), A: Look(Verdict.ANSWERS)}

    assert kept(before, looks, {A, B, C}, DAY) == {
        B: {"state": "moved", "checked": DAY, "to": A},
        C: {"state": "gone", "checked": "2026-01-01"},
    }


def test_only_what_a_reader_should_know_is_kept_and_only_of_sources() -> None:
    looks = {
        A: Look(Verdict.KEPT_OUT),
        B: Look(Verdict.UNASKED),
        D: Look(Verdict.GONE),
        C: Look(Verdict.GONE),
    }

    assert kept({}, looks, {A, B, C}, DAY) == {C: {"state": "gone", "checked": DAY}}


def test_the_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    address = "https://example.org/report"
    site_of(tmp_path, {"events/fire.yaml": EVENT})
    put(tmp_path, {address: {"state": "moved", "checked": DAY, "to": "https://example.org/a?b=#c"}})
    checked = check(tmp_path)

    assert checked.problems == ()
    assert checked.timeline is not None
    assert checked.timeline.registry.links == {
        address: Link.model_validate({"state": "moved", "checked": DAY, "to": "https://example.org/a?b=#c"})
    }

    put(tmp_path, {})
    assert check(tmp_path).problems == ()


def test_a_site_without_dead_links_gets_no_file(tmp_path: Path) -> None:
    site_of(tmp_path, {})
    put(tmp_path, {})

    assert not (tmp_path / FILE).exists()
