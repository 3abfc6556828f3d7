"""A translation follows the last correction of its event."""

import pytest

from dateline.rules import translation_behind as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {"languages": ["en", "ar"]}


def test_a_translation_older_than_a_correction_is_found_where_it_stands() -> None:
    (finding,) = found(rule, timeline_of({"a": bad(rule)}, site=SITE))

    assert (finding.id, finding.loc, finding.on_key) == ("a", ("translations", "ar"), True)
    assert finding.message.startswith("the event was corrected after the day that its translation into 'ar'")


def test_a_translation_that_does_not_say_what_it_follows_is_found() -> None:
    event = {**bad(rule), "translations": {"ar": {"title": "عودة الكهرباء"}}}
    (finding,) = found(rule, timeline_of({"a": event}, site=SITE))

    assert finding.message.startswith("it is not said whether the translation into 'ar' follows")


@pytest.mark.parametrize("event", [good(rule), {**bad(rule), "corrections": []}])
def test_a_translation_that_follows_all_corrections_is_fine(event: dict[str, object]) -> None:
    assert found(rule, timeline_of({"a": event}, site=SITE)) == []
