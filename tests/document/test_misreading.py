import pytest

from dateline.document import Document, read
from dateline.problems import Problem


def warnings_of(text: str) -> list[tuple[int, int, str, str]]:
    found = read("x.yaml", text.encode())
    assert isinstance(found, Document), found

    return [told(problem) for problem in found.warnings]


def problems_of(text: str) -> list[tuple[int, int, str, str]]:
    found = read("x.yaml", text.encode())
    assert not isinstance(found, Document), found.data

    return [told(problem) for problem in found]


def told(problem: Problem) -> tuple[int, int, str, str]:
    return problem.line, problem.column, problem.code.name, problem.hint


def test_curly_quotes_around_a_value_are_text_with_a_warning() -> None:
    found = read("x.yaml", "title: “Power returns”\n".encode())

    assert isinstance(found, Document)
    assert found.data == {"title": "“Power returns”"}
    assert warnings_of("title: “Power returns”\n") == [
        (1, 8, "smart-quotes", 'where quotes only mark the text, write "Power returns"')
    ]


@pytest.mark.parametrize("value", ["“a” and “b”", "He said “no”", "“", "'“a”'", "a\u2019s"])
def test_curly_quotes_elsewhere_are_just_text(value: str) -> None:
    assert warnings_of(f"title: {value}\n") == []


def test_a_text_cut_off_by_its_own_number_sign_is_a_warning() -> None:
    hint = "to keep it, write {}; a comment has a space after its #"

    assert warnings_of("title: Fire at #5\nplace: #x\ntags:\n  - a #b\n") == [
        (1, 16, "hash-comment", hint.format('"Fire at #5"')),
        (2, 8, "hash-comment", hint.format('"#x"')),
        (4, 7, "hash-comment", hint.format('"a #b"')),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # comment\n",
        "a: 'b #5'\n",
        "a: b#5\n",
        "#5\na: b\n",
        "a: |\n  b #5\n",
        "a: # x\n",
        "a: [b] #c\n",
    ],
)
def test_ordinary_comments_and_number_signs_in_text_are_fine(text: str) -> None:
    assert warnings_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {text: a, b}\n", (1, 14, "stray-key", 'text: "a, b"')),
        ("a: {x:y}\n", (1, 5, "stray-key", "x: y")),
        ("a: {draft}\n", (1, 5, "stray-key", "if this is text, put it in quotes, with its { and }")),
    ],
)
def test_a_comma_in_braces_that_makes_a_key_is_refused(
    text: str, expected: tuple[int, int, str, str]
) -> None:
    assert problems_of(text) == [expected]


def test_keys_in_braces_may_have_no_value_after_their_colon() -> None:
    assert warnings_of("a: {low: 2, high: }\nb: {c: null, 'd': }\n") == []


def test_a_list_without_spaces_after_its_dashes_is_refused() -> None:
    assert problems_of("tags:\n  -drone\n  -iraq\n") == [(2, 3, "yaml-syntax", "- drone")]
    assert warnings_of("lon:\n  -40.5\nlat: -x\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "body: |\n  a\n  \tb\n",
        "body: |\n  a\n\n  b\n  \tc\n",
        'a: "b\n\tc"\nd: e\n',
        "a: b\t# x\n",
        "a:\tb\n",
    ],
)
def test_tabs_that_do_not_indent_are_content(text: str) -> None:
    assert warnings_of(text) == []


def test_tabs_that_indent_are_one_problem_and_reading_goes_on() -> None:
    found = read("x.yaml", b"a:\n\tb: c\n\td: e\n\td: f\ng:\n\t- h\n")

    assert not isinstance(found, Document)
    assert [(problem.line, problem.column, problem.code.name) for problem in found] == [
        (2, 1, "yaml-tab"),
        (4, 2, "duplicate-key"),
    ]
    assert found[0].message == "indent with spaces, not tabs (4 lines from here on)"
