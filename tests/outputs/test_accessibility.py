"""The page on accessibility says what is checked, and whom to tell of a barrier."""

import pytest

from dateline.access import CHECKS
from dateline.outputs import accessibility
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def page(**site: str) -> bytes:
    """The page of a site with these settings."""
    return planned(accessibility, timeline_of(site=site))["accessibility.html"]


def test_it_says_each_check_with_its_criteria() -> None:
    text = main_text(page())

    for check in CHECKS:
        assert check.says in text
        assert ", ".join(check.criteria) in text


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ({"contact": "mailto:desk@example.org"}, 'href="mailto:desk@example.org"'),
        ({"contact": "the front desk"}, "<bdi>the front desk</bdi>"),
        ({"repository": "https://github.com/someone/timeline"}, 'href="https://github.com/someone/timeline"'),
        ({}, "This site does not say how to reach those who publish it."),
    ],
)
def test_it_says_whom_to_tell(site: dict[str, str], said: str) -> None:
    assert said in page(**site).decode()


def test_every_page_leads_to_it() -> None:
    assert 'href="accessibility.html"' in page().decode()
