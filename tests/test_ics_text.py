"""Lines of iCalendar are short in bytes, whole in letters and give back what was written."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.ics_text import folded, text

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)


@given(WORDS)
def test_a_folded_line_is_short_and_unfolds_to_itself(words: str) -> None:
    made = folded(words)

    assert all(len(one.encode()) <= 75 for one in made.split("\r\n"))
    assert made.removesuffix("\r\n").replace("\r\n ", "") == words


def test_what_would_part_a_value_is_escaped() -> None:
    assert text("a;b,c\\d\ne\x07") == r"a\;b\,c\\d\ne"


def test_signs_that_join_letters_are_kept() -> None:
    assert (
        text("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )
