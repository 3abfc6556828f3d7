"""What was not carried is named once for each reason, with all lines."""

import pytest

from dateline.incoming import Gathering, Place, problems_of, stretches


@pytest.mark.parametrize(
    ("lines", "words"),
    [([], []), ([3], ["3"]), ([1, 2, 3], ["1-3"]), ([3, 5, 6, 9], ["3", "5-6", "9"])],
)
def test_lines_that_follow_each_other_are_one_stretch(lines: list[int], words: list[str]) -> None:
    assert list(stretches(lines)) == words


def test_characters_that_no_text_holds_are_taken_out_and_told() -> None:
    into = Gathering("csv")
    into.keep(Place("a.csv", 2), {"title": "a\x1bb", "date": "2022", "sources": ["x"]})

    assert into.found[0].fields["title"] == "ab"
    assert [one.message for one in problems_of(into.left)] == [
        "title 'a\x1bb': characters that no text can show were taken out"
    ]


def test_a_record_without_a_source_names_the_imported_file_and_says_so() -> None:
    into = Gathering("csv")
    into.keep(Place("a.csv", 2), {"title": "a", "date": "2022"})

    assert into.found[0].fields["sources"] == [{"title": "Imported file a.csv"}]
    assert [one.key for one in into.left] == ["sources"]


def test_records_alike_are_told_apart_by_what_they_say_in_whatever_order() -> None:
    texts = ["one", "two", "three", "three"]
    orders = [texts, texts[::-1]]
    ids = []
    for order in orders:
        into = Gathering("csv")
        for text in order:
            into.keep(Place("a.csv", 2), {"title": "a", "date": "2022", "notes": text}, "x")
        ids.append(sorted((str(one.fields["notes"]), one.origin[1]) for one in into.result().found))
        assert all(one.fields["external_ids"] == {"csv": one.origin[1]} for one in into.result().found)

    assert ids[0] == ids[1]
    assert len({ident for _, ident in ids[0]}) == 4
