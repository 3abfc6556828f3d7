"""Two states of a record, compared field by field, in words."""

from typing import Any

import pytest

from dateline.comparison import LONGEST, Change, compared


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """What changed."""
    return list(compared(before, after))


def test_what_is_equal_is_not_told() -> None:
    assert changes({"title": "A", "tags": ["x", "y"]}, {"tags": ["x", "y"], "title": "A"}) == []


def test_a_value_changes_comes_and_goes() -> None:
    before, after = {"date": "2022-01-04?", "type": "fire"}, {"date": "2022-01-04", "order": 2}

    assert changes(before, after) == [
        Change("date", "2022-01-04?", "2022-01-04"),
        Change("type", "fire", None),
        Change("order", None, "2"),
    ]


def test_items_of_a_list_come_and_go() -> None:
    assert changes({"tags": ["a", "b"]}, {"tags": ["b", "c"]}) == [
        Change("tags", "a", None),
        Change("tags", None, "c"),
    ]
    assert changes({}, {"sources": ["afp"]}) == [Change("sources", None, "afp")]
    assert changes({}, {"sources": [{"source": "afp"}]}) == [Change("sources", None, "afp")]
    assert changes({}, {"extra": {"x-wind": 4}}) == [Change("extra", None, "x-wind: 4")]


def test_another_order_is_a_change() -> None:
    assert changes({"tags": ["a", "b"]}, {"tags": ["b", "a"]}) == [Change("tags", "a, b", "b, a")]


def test_an_item_is_known_again_by_its_name() -> None:
    before = {"claims": [{"id": "rounds", "by": "army", "text": "Six."}, {"id": "hurt", "text": "None."}]}
    after = {"claims": [{"id": "rounds", "by": "army", "text": "Eight."}, {"id": "why", "text": "A reply."}]}

    assert changes(before, after) == [
        Change("claims > rounds > text", "Six.", "Eight."),
        Change("claims", "id: hurt; text: None.", None),
        Change("claims", None, "id: why; text: A reply."),
    ]


def test_an_item_described_in_place_is_known_by_its_own_words() -> None:
    one = {"inline": {"title": "A wire", "url": "https://example.org/a"}}
    two = {"inline": {"title": "A wire story", "url": "https://example.org/a"}}

    assert changes({"sources": [one]}, {"sources": [two]}) == [
        Change("sources > https://example.org/a > inline > title", "A wire", "A wire story")
    ]


def test_a_field_within_one_of_its_name_is_named_once() -> None:
    assert changes({"place": {"place": "a"}}, {"place": {"place": "b"}}) == [Change("place", "a", "b")]


def test_null_that_is_typed_is_told() -> None:
    before, after = {"casualties": [{"low": 2, "high": 3}]}, {"casualties": [{"low": 2, "high": None}]}

    assert changes(before, after) == [
        Change("casualties", "low: 2; high: 3", None),
        Change("casualties", None, "low: 2; high: null"),
    ]


def test_of_a_long_text_the_place_is_shown_where_it_changes() -> None:
    before, after = f"{'a' * 300}b{'c' * 300}", f"{'a' * 300}d{'c' * 300}"

    (change,) = changes({"summary": before}, {"summary": after})
    assert change.before is not None
    assert change.after is not None
    assert change.before.startswith("…aaa")
    assert "ab" in change.before
    assert "ad" in change.after
    assert len(change.after) == LONGEST + 2


@pytest.mark.parametrize(("after", "words"), [("a\nc", ("1 of", "1 of")), ("a\nb\nc", ("0 of", "1 of"))])
def test_of_a_text_in_lines_the_lines_are_counted(after: str, words: tuple[str, str]) -> None:
    (change,) = changes({"body": "a\nb"}, {"body": after})

    assert words[0] in str(change.before)
    assert words[1] in str(change.after)
