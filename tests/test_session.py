"""A site that one process builds again and again: a saved event is shown at once, one build is held."""

from pathlib import Path
from typing import Any

import pytest

from dateline import pipeline, session
from dateline.options import Options
from dateline.session import Session
from tests.samples import EVENT, site_of
from tests.test_unchanged import NOW


@pytest.fixture
def served(tmp_path: Path) -> tuple[Session, Path]:
    """A session that has built a site once, and the file of its event."""
    source = site_of(tmp_path / "site", {"events/a.yaml": EVENT})
    made = Session(Options(source, tmp_path / "out", jobs=1))
    made.build(NOW)
    return made, source / "content/events/a.yaml"


def test_the_page_of_an_event_that_was_saved_is_there_before_the_site(served: tuple[Session, Path]) -> None:
    made, file = served
    file.write_text(file.read_text() + "summary: It rained.\n")

    pages = made.glance([file])
    assert pages.keys() == {"events/a.html"}
    assert b"It rained." in pages["events/a.html"]


@pytest.mark.parametrize("is_vast", [False, True])
def test_of_a_vast_archive_the_last_build_is_let_go_of_before_the_next(
    served: tuple[Session, Path], monkeypatch: pytest.MonkeyPatch, *, is_vast: bool
) -> None:
    made, file = served
    held = []
    build = pipeline.build

    def watched(*given: Any, **named: Any) -> pipeline.Built:
        held.append(made.last)
        return build(*given, **named)

    monkeypatch.setattr(session, "VAST", 1 if is_vast else 2)
    monkeypatch.setattr(pipeline, "build", watched)
    made.build(NOW)

    assert [one is None for one in held] == [is_vast]
    assert made.glance([file]).keys() == {"events/a.html"}

    file.write_text("title: [\n")
    assert made.build(NOW)
    assert (made.last is None) == is_vast
