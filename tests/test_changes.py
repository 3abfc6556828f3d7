"""Which changes an event tells of."""

from dateline.changes import Change, as_text, changes_of, from_text
from dateline.models import Event
from tests.rules.small import EVENT

TOLD = {
    **EVENT,
    "corrections": [{"date": "2022-01-07", "type": "correction", "text": "Moved.", "was": "a", "now": "b"}],
    "translations": {"fr": {"title": "x", "updated": "2022-01-09"}, "ar": {"title": "y"}},
}


def test_corrections_and_dated_translations_are_changes() -> None:
    assert changes_of(Event.model_validate(TOLD)) == (
        Change("2022-01-07", "correction", "Moved.", "a", "b"),
        Change("2022-01-09", "translation", "fr"),
    )


def test_changes_come_through_their_text_as_they_were() -> None:
    found = changes_of(Event.model_validate(TOLD))

    assert from_text(as_text(found)) == found
    assert (as_text(()), from_text("")) == ("", ())
