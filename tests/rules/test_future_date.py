"""The timeline knows nothing of the future."""

import pytest

from dateline.problems import Finding
from dateline.rules import future_date as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {"knowledge_date": "2022-01-05"}


def test_an_event_after_the_knowledge_date_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=SITE)) == [
        Finding(
            "event",
            "a",
            ("date",),
            "'2202-01-05' is later than knowledge_date, '2022-01-05'",
            "check the year, or move knowledge_date in site.yaml",
        )
    ]


def test_an_event_on_the_knowledge_date_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, site=SITE)) == []


@pytest.mark.parametrize("site", [{}, {"knowledge_date": "2203"}])
def test_a_site_that_knows_more_or_does_not_say_takes_any_date(site: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=site)) == []


@pytest.mark.parametrize("date", ["2022", "2022-01-05/..", "2022-01-04/2022-01-09"])
def test_an_event_that_may_have_begun_by_then_is_fine(date: str) -> None:
    assert found(rule, timeline_of({"a": {"date": date}}, site=SITE)) == []
