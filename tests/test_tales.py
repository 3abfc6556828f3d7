"""A story comes from the store where it is there, from the files where it is not, and never from others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import tales
from dateline.checking import Checked, check
from dateline.json_text import encode
from dateline.load import ChangedMeanwhile
from dateline.means import Means, alone
from dateline.reading import STORIES
from dateline.stories import Story
from tests.samples import EVENT, site_of

KEY = "content/events/fire.yaml"


@pytest.fixture
def using() -> Iterator[Means]:
    """What a check is made with, for as long as the test lasts."""
    with alone() as made:
        yield made


@pytest.fixture
def found(tmp_path: Path, using: Means) -> Checked:
    """A site of one event that was checked."""
    return check(site_of(tmp_path, {"events/fire.yaml": EVENT + "body: Long **ago**.\n"}), using=using)


def told(found: Checked) -> Story:
    """The story of the one event."""
    assert found.timeline is not None
    return found.timeline.story(found.timeline.by_id["fire"])


def refuse(*_: object) -> None:
    """No file is looked at."""
    raise AssertionError


def test_a_kept_story_needs_no_file(found: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tales, "examine", refuse)

    assert told(found).body == "<p>Long <strong>ago</strong>.</p>"


def test_a_story_that_is_lost_or_not_its_own_comes_from_the_files(found: Checked, using: Means) -> None:
    using.store.put(STORIES, [(KEY, encode(["another", {}]))])
    assert told(found).body == "<p>Long <strong>ago</strong>.</p>"


def test_a_kept_body_that_would_not_be_let_through_is_made_anew(found: Checked, using: Means) -> None:
    assert found.timeline is not None
    row = found.timeline.by_id["fire"].row
    kept = {"event": {"title": "A", "date": "2022", "sources": ["wire"]}, "translations": []}
    spoilt = {**kept, "bodies": {"": "<script>x()</script>"}}
    using.store.put(STORIES, [(KEY, encode([row.digest, spoilt]))])

    assert told(found).body == "<p>Long <strong>ago</strong>.</p>"


def test_a_story_is_in_memory_for_a_while(
    found: Checked, using: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = told(found)
    using.store.drop(STORIES, [KEY])
    monkeypatch.setattr(tales, "examine", refuse)

    assert told(found) == first


def test_a_file_that_changed_meanwhile_tells_nothing(found: Checked, using: Means, tmp_path: Path) -> None:
    using.store.drop(STORIES, [KEY])
    site_of(tmp_path, {"events/fire.yaml": EVENT})

    with pytest.raises(ChangedMeanwhile, match=KEY):
        told(found)
