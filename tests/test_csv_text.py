"""CSV that every reader takes alike, and no spreadsheet for a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.csv_text import as_was, joined, line, parted


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2))
def test_what_is_written_is_read_again_but_for_an_apostrophe(cells: list[str]) -> None:
    (found,) = read(line(cells))

    assert all(one in (cell, f"'{cell}") for one, cell in zip(found, cells, strict=True))


@given(st.text("'=-+@\t\r \u200baé", max_size=8))
def test_an_apostrophe_is_taken_away_where_one_was_put(text: str) -> None:
    (found, _), *_ = read(line([text, "b"]))

    assert as_was(found) == text


@given(st.lists(st.text("; ab", min_size=1, max_size=6), max_size=4))
def test_several_texts_in_a_cell_are_parted_where_they_were_joined(texts: list[str]) -> None:
    assert parted(joined(texts)) == texts


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\u200b=1", "\uff1dA1", "-0043"]
)
def test_a_text_that_could_be_a_formula_is_a_text(text: str) -> None:
    assert read(line([text, "b"])) == [[f"'{text}", "b"]]


@pytest.mark.parametrize("text", ["a=b", "", "2022-01-05", "'tis", "\u0645\u0631\u062d\u0628\u0627"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert read(line([text, "b"])) == [[text, "b"]]


def test_numbers_are_bare_and_nothing_is_empty() -> None:
    assert line([-1.5, 3, None, True, ["a", "b"]]) == "-1.5,3,,true,a; b\r\n"
