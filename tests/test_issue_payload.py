"""An issue is found in a workflow's payload and when it comes alone; anything else is refused in words."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.issue_payload import LARGEST, Issue, PayloadError, issue_in

PAYLOADS = Path(__file__).parent / "payloads"


def test_both_shapes_give_the_issue() -> None:
    event = issue_in((PAYLOADS / "labeled.json").read_bytes())
    alone = issue_in((PAYLOADS / "issue.json").read_bytes())

    assert (event.number, alone.number) == (12, 12)
    assert [sorted(event.labels), sorted(alone.labels)] == [["event", "make-event"], ["event"]]
    assert event.body.replace("\r\n", "\n") == alone.body
    assert "### Title\n\nPower returns to Aldea" in alone.body


def test_an_issue_without_text_or_with_plain_labels_is_one() -> None:
    assert issue_in(b'{"number": 3, "body": null, "labels": ["event", 4]}') == Issue(
        3, "", frozenset({"event"})
    )
    assert issue_in(b'{"number": 3, "body": "x", "labels": null}') == Issue(3, "x", frozenset())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b"[]", "no issue"),
        (b'{"issue": 3}', "no issue"),
        (b'{"action": "opened"}', "no issue"),
        (b'{"number": 3, "body": "x", "pull_request": {}}', "pull request"),
        (b'{"number": true, "body": "x"}', "no number"),
        (b'{"number": "3; touch owned", "body": "x"}', "no number"),
        (b'{"number": 3, "body": ["x"]}', "not text"),
    ],
)
def test_what_is_no_issue_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(PayloadError, match=said):
        issue_in(raw)


def test_a_payload_larger_than_any_is_not_read() -> None:
    with pytest.raises(PayloadError, match="limit"):
        issue_in(b" " * (LARGEST + 1))


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)


@given(st.dictionaries(st.sampled_from(["issue", "number", "body", "labels"]), json_values))
def test_no_payload_raises_anything_else(payload: dict[str, object]) -> None:
    with suppress(PayloadError):
        issue_in(json.dumps(payload).encode())
