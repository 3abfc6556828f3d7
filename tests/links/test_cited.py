"""Each address of a source is found once, with who has it and whether a copy is kept."""

from dateline.links.cited import Address, addresses
from tests.rules.small import timeline_of

A, B = "https://example.org/a", "https://example.org/b"
TIMELINE = timeline_of(
    {
        "fire": {"sources": ["wire", {"title": "T", "url": A, "archive_url": f"{B}/copy"}]},
        "smoke": {"sources": [A, "print"]},
        "mail": {"sources": [{"title": "M", "url": "mailto:desk@example.org"}]},
    },
    sources={"wire": {"url": B, "archive_url": f"{B}/copy"}, "print": {}, "unused": {"url": f"{B}/ü"}},
)


def test_every_address_is_there_once_sorted() -> None:
    assert addresses(TIMELINE) == (
        Address(A, A, ("fire", "smoke"), archived=False),
        Address(B, B, ("wire",), archived=True),
        Address(f"{B}/ü", f"{B}/%C3%BC", ("unused",), archived=False),
    )


def test_those_of_a_source_or_of_an_event_can_be_chosen() -> None:
    assert [one.text for one in addresses(TIMELINE, ["wire"])] == [B]
    assert [one.text for one in addresses(TIMELINE, ["fire"])] == [A, B]
    assert [one.text for one in addresses(TIMELINE, ["smoke", "unused"])] == [A, f"{B}/ü"]
