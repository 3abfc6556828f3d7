"""Which texts are meant as addresses, and where they stand."""

import pytest

from dateline.addresses import Address, in_event, in_setting, meant_as_address
from tests.rules.small import timeline_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a", True),
        ("https://example.org/a b", True),
        ("example.org/a", True),
        ("javascript:alert(1)", True),
        ("mailto:desk@example.org", True),
        ("afp-2022-01-05", False),
        ("AFP", False),
        ("The Gazette, page 3", False),
    ],
)
def test_what_has_the_look_of_an_address_was_meant_as_one(text: str, expected: bool) -> None:  # noqa: FBT001
    assert meant_as_address(text) is expected


def test_an_address_comes_with_its_record_and_its_keys() -> None:
    timeline = timeline_of(
        {"a": {"sources": ["wire", "https://example.org/a"]}},
        sources={"wire": {"url": "https://example.org/b"}},
        site={"url": "https://example.org/"},
    )

    event = timeline.tell(timeline.by_id["a"].row).event

    assert list(in_setting(timeline.setting)) == [
        Address("site", "", ("url",), "https://example.org/"),
        Address("source", "wire", ("url",), "https://example.org/b"),
    ]
    assert list(in_event("a", event)) == [
        Address("event", "a", ("sources", 1, "source"), "https://example.org/a")
    ]
