"""The patterns of the line's dates, filled in, are the words that the pages use."""

import pytest

from dateline.dates import parse
from dateline.strip.timescale import Span, scale_of
from dateline.tick_words import break_words, tick_words
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of

THEME = theme_of(timeline_of())
WORDS = tick_words(THEME)


def filled(year: int, month: int = 0, day: int = 0) -> str:
    """What the browser makes of a date."""
    era = "before" if year < 1 else "early" if year < 1000 or year > 9999 else "year"
    number = 1 - year if year < 1 else year
    grouped = f"{number:,}".replace(",", WORDS["group"]) if number > 9999 else str(number)
    shown = WORDS[era].replace("{number}", grouped)
    if not month:
        return str(shown)
    if not day:
        name = "month_like_a_day" if -30 <= year <= 31 else "month"
        return str(WORDS[name][month - 1].replace("{year}", shown))
    return str(WORDS["day"][month - 1].replace("{day}", str(day)).replace("{year}", shown))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2022", (2022,)),
        ("0079", (79,)),
        ("0000", (0,)),
        ("-0043", (-43,)),
        ("Y12345", (12345,)),
        ("Y-170000002", (-170000002,)),
        ("2022-05", (2022, 5)),
        ("0004-05", (4, 5)),
        ("-0003-12", (-3, 12)),
        ("0789-02", (789, 2)),
        ("2022-01-05", (2022, 1, 5)),
        ("-0043-03-15", (-43, 3, 15)),
        ("4567-12-26", (4567, 12, 26)),
    ],
)
def test_a_pattern_makes_the_words_of_the_build(text: str, parts: tuple[int, ...]) -> None:
    assert filled(*parts) == THEME.filters["date_short"](parse(text))


def test_a_break_says_how_long_it_is_as_the_drawing_does() -> None:
    scale = scale_of([Span(1, 1), Span(800, 803)], 1000)

    assert break_words(scale, THEME) == [("2 years", "2 years without an event")]
