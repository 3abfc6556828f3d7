"""A problem is data: it sorts by its place, and its words stay short."""

from dateline.problems import Code, Problem, Severity, in_reading_order, nearest, shown

CODE = Code("D999", "some-code", Severity.ERROR, "A thing holds.")


def problem(path: str = "a.yaml", line: int = 1, column: int = 1, message: str = "wrong") -> Problem:
    return Problem(path, line, column, CODE, message)


def test_problems_stand_in_reading_order_each_once() -> None:
    first, second, third = problem(), problem(line=2, column=9), problem(line=10)
    other = problem("b.yaml")

    assert in_reading_order([other, third, second, first, second]) == (first, second, third, other)


def test_a_close_word_is_offered_and_a_far_one_is_not() -> None:
    assert nearest("titel", ["date", "title", "sources"]) == "title"
    assert nearest("TITLE", ["title"]) == "title"
    assert nearest("colour", ["date", "title"]) is None
    assert nearest("x", []) is None


def test_a_value_is_shown_in_quotes_and_cut() -> None:
    assert shown("a") == "'a'"
    assert shown(12) == "'12'"
    assert shown("x" * 80) == f"'{'x' * 80}'"
    assert shown("x" * 81) == f"'{'x' * 79}…'"
    assert shown("abcdef", 3) == "'ab…'"
