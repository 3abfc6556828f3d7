"""The figures of the long runs: the last ones win, and none is lost."""

from pathlib import Path

from tests.torture import Figure, keep, kept, merged


def test_what_was_found_last_is_kept_and_the_rest_stays() -> None:
    old = [Figure("R2", "edits", "500, no difference"), Figure("R1", "kills", "10, none wrong")]
    new = [Figure("R2", "edits", "1,000, no difference")]
    assert merged(old, new) == [old[1], new[0]]


def test_figures_are_read_back(tmp_path: Path) -> None:
    figures = [Figure("R1", "kills", "10, none wrong"), Figure("S1", "é → ‘quotes’", "0 of 9")]
    keep(figures, tmp_path / "figures.json")
    assert kept(tmp_path / "figures.json") == figures
    assert kept(tmp_path / "none.json") == []
