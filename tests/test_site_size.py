"""A site too large for GitHub Pages is told so, with where its bytes are and what leaves some out."""

from pathlib import Path

import pytest

from dateline import site_size
from dateline.pipeline import build
from dateline.site_size import MOST, NEAR, size_problem
from dateline.states import State
from tests.samples import EVENT, site_of


def sizes(**files: int) -> dict[str, State]:
    return {path.replace("__", "/"): State(size, 0, 0, 1, 0o100644) for path, size in files.items()}


def test_a_site_that_fits_has_no_problem() -> None:
    assert size_problem(sizes(index=10, events__a=NEAR - 11)) == ()


@pytest.mark.parametrize(("size", "says"), [(NEAR, "near the 1.0 GB"), (MOST + 1, "more than the 1.0 GB")])
def test_a_site_near_or_beyond_the_limit_is_told(size: int, says: str) -> None:
    (found,) = size_problem(sizes(index=1, events__a=size - 1))

    assert says in found.message
    assert "events/" in found.hint
    assert "slice_min: 0" in found.hint


def test_the_largest_folders_are_named_first() -> None:
    (found,) = size_problem(sizes(a__x=5, b__x=300_000_000, c__x=200_000_000, d__x=400_000_000, e__x=4))

    assert found.hint.startswith("Most are in d/ 400 MB, b/ 300 MB, c/ 200 MB.")


def test_a_build_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_size, "NEAR", 100)
    found = build(site_of(tmp_path, {"events/a.yaml": EVENT}), tmp_path / "output")

    assert [problem.code.name for problem in found.problems] == ["site-size"]
    assert found.written is not None
