"""A run says what it did, and uses what was kept only where that is still so."""

import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline import markup, run
from dateline.codes.text import BODY_TOO_SLOW
from dateline.markup import Rendered, TextFinding
from dateline.options import Options
from dateline.problems import Severity
from dateline.progress import Nobody, Progress
from dateline.run import Outcome
from tests.archive import tree
from tests.samples import EVENT, site_of
from tests.test_unchanged import NOW, SETTLED_S, built, is_spared

EVENTS = {f"events/{name}.yaml": EVENT.replace("Power", name) for name in ("one", "two", "three")}


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A site of three events."""
    return Options(site_of(tmp_path / "site", EVENTS), tmp_path / "out")


def test_a_build_says_what_changed(options: Options) -> None:
    first = built(options)
    (options.source / "content/events/two.yaml").unlink()
    second = built(options)
    third = built(options)

    assert (first.written, first.unchanged, first.removed) == (True, 0, 0)
    assert (first.examined, first.events) == (3, 3)
    assert first.in_words == f"{first.changed} changed, 0 unchanged, 0 removed; 3 of 3 events read"
    assert second.changed > 0
    assert second.removed >= 2
    assert (second.examined, second.events) == (0, 2)
    assert first.changed == second.changed + second.unchanged + second.removed
    assert third == Outcome(
        second.problems, written=True, unchanged=second.changed + second.unchanged, notes=()
    )
    assert third.in_words == f"0 changed, {third.unchanged} unchanged, 0 removed"


def test_a_refused_build_says_so_and_leaves_the_site(options: Options) -> None:
    built(options)
    before = tree(options.output)
    (options.source / "content/events/two.yaml").write_text("title: [")
    outcome = built(options)

    assert not outcome.written
    assert any(problem.severity is Severity.ERROR for problem in outcome.problems)
    assert tree(options.output) == before


def test_steps_are_timed(options: Options) -> None:
    watch = Progress()
    run.build(options, NOW, watch)
    first = [*watch.seconds]
    time.sleep(SETTLED_S)
    watch = Progress()
    run.build(options, NOW, watch)

    assert first[:6] == ["look", "load", "read", "link", "rules", "pieces"]
    assert "write" in first
    assert {*watch.seconds} <= {*first}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("cache", [True, False])
def test_the_site_is_the_same_with_any_means(
    tmp_path: Path, options: Options, jobs: int, *, cache: bool
) -> None:
    built(options)
    other = replace(options, output=tmp_path / "other", jobs=jobs, cache=cache)
    built(other)

    assert tree(other.output) == tree(options.output)


def test_without_a_cache_the_source_is_left_alone(options: Options) -> None:
    before = tree(options.source)
    built(replace(options, cache=False))
    run.check(replace(options, cache=False), NOW, Nobody())

    assert tree(options.source) == before


def test_a_cache_that_came_from_another_machine_spares_reading(tmp_path: Path, options: Options) -> None:
    """So it is restored where a site is published: other inodes and times, the same bytes, no site."""
    built(options)
    moved = Options(tmp_path / "moved", tmp_path / "published")
    shutil.copytree(options.source, moved.source)
    outcome = built(moved)

    assert (outcome.examined, outcome.events) == (0, 3)
    assert tree(moved.output) == tree(options.output)
    assert is_spared(moved)


def test_an_event_whose_id_was_taken_twice_is_there_once_it_is_its_own(options: Options) -> None:
    built(options)
    twin = options.source / "content/events/2022/one.yaml"
    twin.parent.mkdir()
    twin.write_text(EVENT)
    assert not built(options).written
    (options.source / "content/events/one.yaml").rename(options.source / "content/events/four.yaml")
    assert built(options).written

    assert (options.output / "events/one.html").exists()
    assert (options.output / "events/four.html").exists()


def problems_of(options: Options) -> Sequence[str]:
    time.sleep(SETTLED_S)
    return [problem.code.id for problem in run.check(options, NOW, Nobody()).problems]


def test_a_body_that_took_too_long_is_tried_again(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    path = options.source / "content/events/one.yaml"
    path.write_text(EVENT + "body: Slow.\n")
    rendered = markup.render

    def slow(text: str, **given: Any) -> Rendered:
        made = rendered(text, **given)
        return replace(made, findings=(TextFinding(0, 1, BODY_TOO_SLOW, "slow", ""),), timed_out=True)

    with monkeypatch.context() as patch:
        patch.setattr(markup, "render", slow)
        assert BODY_TOO_SLOW.id in problems_of(options)
        assert not built(options).written

    assert BODY_TOO_SLOW.id not in problems_of(options)
    assert built(options).written


def test_a_check_that_found_nothing_wrong_is_not_made_twice(options: Options) -> None:
    problems = problems_of(options)
    watch = Progress()
    time.sleep(SETTLED_S)
    again = run.check(options, NOW, watch).problems

    assert [problem.code.id for problem in again] == problems
    assert watch.seconds == {}


OWN = """
from dateline.output import Output
def plan(timeline, theme):
    yield Output("extra.txt", timeline.site.title, lambda: b"one")
"""


def test_an_output_of_the_sites_own_is_made_anew_when_its_code_changes(options: Options) -> None:
    (options.source / "outputs").mkdir()
    (options.source / "outputs/extra.py").write_text(OWN)
    built(options)
    (options.source / "outputs/extra.py").write_text(OWN.replace("one", "two"))
    built(options)

    assert (options.output / "extra.txt").read_text() == "two"
    assert is_spared(options)
