"""An event that is about to be written gets an id, a file and a text that passes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.checking import check
from dateline.draft import draft
from dateline.slugs import is_id
from tests.samples import site_of

FIELDS = {
    "title": "The bridge fell: two accounts",
    "date": "2022-01-05",
    "sources": ["https://example.org/a"],
}


def test_a_draft_passes(tmp_path: Path) -> None:
    made = draft({**FIELDS, "body": "One.\n\n- two\n"}, (), schema="../../../docs/schema/event.json")
    site_of(tmp_path, {made.path.removeprefix("content/"): made.text})
    found = check(tmp_path)

    assert made.path == "content/events/2022/2022-01-05-the-bridge-fell-two-accounts.yaml"
    assert made.text.startswith("# yaml-language-server: $schema=../../../docs/schema/event.json\ntitle: ")
    assert found.problems == ()
    assert found.timeline is not None
    assert list(found.timeline.by_id) == [made.id]


def test_the_keys_are_in_the_order_of_the_schema_and_strange_ones_come_last() -> None:
    text = draft({"zeal": "x", "tags": ["a"], **FIELDS}, ()).text

    assert [line.partition(":")[0] for line in text.splitlines() if line[0] not in " -"] == [
        *("title", "date", "sources", "tags", "zeal")
    ]


@pytest.mark.parametrize(
    ("date", "title", "ident", "folder"),
    [
        ("2022-01-04?", "A", "2022-01-04-a", "/2022"),
        ("2022-01", "A", "2022-01-a", "/2022"),
        ("2022", "A", "2022-a", "/2022"),
        ("196X", "A", "196x-a", ""),
        ("2022-01-03/2022-02", "A", "2022-01-03-a", "/2022"),
        ("2022/2023", "A", "2022-a", "/2022"),
        ("../2023", "A", "a", ""),
        ("-0044-03-15", "A", "a", ""),
        ("next week", "A", "a", ""),
        ("", "\u0642\u0635\u0641", "event", ""),
        ("2022-01-05", "\u0642\u0635\u0641", "2022-01-05", "/2022"),
        ("", "con", "con-event", ""),
        ("2022", "word " * 40, "2022-" + "-".join(["word"] * 12), "/2022"),
        ("2022", "x" * 200, "2022-" + "x" * 60, "/2022"),
    ],
)
def test_an_id_begins_with_the_date_as_far_as_it_is_known(
    date: str, title: str, ident: str, folder: str
) -> None:
    made = draft({"title": title, "date": date}, ())

    assert (made.id, made.path) == (ident, f"content/events{folder}/{ident}.yaml")


def test_no_other_events_id_is_taken() -> None:
    first = draft(FIELDS, ()).id

    assert draft(FIELDS, {first, f"{first}-2"}).id == f"{first}-3"


@given(st.text(max_size=40), st.text(max_size=200))
def test_every_id_is_one(date: str, title: str) -> None:
    made = draft({"title": title, "date": date}, ())

    assert is_id(made.id)
    assert made.path.endswith(f"/{made.id}.yaml")
