import re
import time
from pathlib import Path

import pytest
import yaml

from dateline import document
from dateline.codes import reading
from dateline.document import REGISTRY, Document, Mark, read
from dateline.document.building import Limits
from dateline.problems import Code, Problem

BROKEN = sorted((Path(__file__).parent.parent / "broken" / "reading").glob("*.yaml"))
CODES = [code for code in vars(reading).values() if isinstance(code, Code)]

EVENT = """\
# An event.
title: "Power \\u00e9 returns"
claims:
  - id: first
    text: Power came back.
  - {id: second, text: 'It''s not'}
body: |

  First line.
    Second line.
notes: >-
  folded
  text
"""


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    found = read("x.yaml", text if isinstance(text, bytes) else text.encode())
    assert not isinstance(found, Document), found.data

    return found


def only_problem(text: str | bytes) -> Problem:
    (problem,) = problems_of(text)

    return problem


def placed(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.code.name


def document_of(text: str) -> Document:
    found = read("x.yaml", text.encode())
    assert isinstance(found, Document), found

    return found


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_broken_file_has_the_problems_that_its_comments_name(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    expected = {(n, code) for n, line in enumerate(lines, 1) for code in re.findall(r"# (D\d{3})", line)}

    found = problems_of(path.read_bytes())

    assert {(problem.line, problem.code.id) for problem in found} == expected
    assert all(problem.message and problem.hint for problem in found if problem.code is not reading.SYNTAX)
    assert all(
        problem.excerpt.replace("\t", " ") == lines[problem.line - 1].replace("\t", " ") for problem in found
    )


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_pure_parser_finds_the_same_as_the_c_parser(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = problems_of(path.read_bytes())
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)

    assert [placed(problem) for problem in problems_of(path.read_bytes())] == [placed(p) for p in with_c]


def test_codes_have_ids_and_names_of_their_own() -> None:
    assert len({code.id for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all(re.fullmatch(r"D0\d\d", code.id) and code.says.endswith(".") for code in CODES)


def test_scalars_are_the_text_that_was_typed() -> None:
    typed = "a: NO\nb: 1.10\nc: 12:30:45\nd: 2024-02-30\ne: ~\nf: 0044\ng: .nan\nh: 1_000\ni: '1'\nj: on\n"

    assert document_of(typed).data == {
        "a": "NO",
        "b": "1.10",
        "c": "12:30:45",
        "d": "2024-02-30",
        "e": "~",
        "f": "0044",
        "g": ".nan",
        "h": "1_000",
        "i": "1",
        "j": "on",
    }


def test_only_plain_empty_and_null_are_none() -> None:
    typed = "a:\nb: null\nc: Null\nd: NULL\ne: 'null'\nf: ''\ng: nUll\nh: [null, {i: }]\nnull: x\n"

    assert document_of(typed).data == {
        "a": None,
        "b": None,
        "c": None,
        "d": None,
        "e": "null",
        "f": "",
        "g": "nUll",
        "h": [None, {"i": None}],
        "null": "x",
    }


def test_every_key_and_value_knows_its_place() -> None:
    found = document_of(EVENT)

    assert found.keys[("title",)] == Mark(2, 1)
    assert found.values[("title",)] == Mark(2, 8)
    assert found.values[("claims", 0)] == Mark(4, 5)
    assert found.values[("claims", 1, "text")] == Mark(6, 24)
    assert found.keys[("claims", 1, "text")] == Mark(6, 18)
    assert found.mark(("claims", 1, "text"), key=True) == Mark(6, 18)
    assert found.mark(()) == Mark(2, 1)


def test_a_place_that_is_not_there_is_the_nearest_around_it() -> None:
    found = document_of(EVENT)

    assert found.mark(("claims", 0, "by")) == Mark(4, 5)
    assert found.mark(("claims", 7, "by"), key=True) == Mark(4, 3)
    assert found.mark(("date",)) == Mark(2, 1)
    assert Document("x.yaml", "", "", {}).mark(("date",)) == Mark(1, 1)


@pytest.mark.parametrize(
    ("loc", "line", "column", "expected"),
    [
        (("body",), 1, 1, Mark(9, 3)),
        (("body",), 2, 3, Mark(10, 5)),
        (("body",), 9, 1, Mark(7, 7)),
        (("claims", 0, "text"), 0, 7, Mark(5, 17)),
        (("claims", 0, "id"), 0, 1, Mark(4, 9)),
        (("title",), 0, 9, Mark(2, 8)),
        (("notes",), 0, 3, Mark(11, 8)),
        (("missing",), 0, 3, Mark(2, 1)),
    ],
)
def test_a_place_inside_a_value_is_exact_where_it_can_be(
    loc: tuple[str | int, ...], line: int, column: int, expected: Mark
) -> None:
    assert document_of(EVENT).mark_inside(loc, line, column) == expected


def test_a_problem_shows_its_line_and_has_the_severity_of_its_code() -> None:
    problem = document_of(EVENT).problem(reading.SMART_QUOTES, ("claims", 0, "text"), "message", "hint")

    assert placed(problem) == (5, 11, "smart-quotes")
    assert problem.excerpt == "    text: Power came back."
    assert problem.severity == "warning"


def test_line_ends_of_windows_change_nothing_but_the_digest() -> None:
    unix, windows = document_of(EVENT), document_of(EVENT.replace("\n", "\r\n"))

    assert (windows.data, windows.text, windows.values) == (unix.data, unix.text, unix.values)
    assert windows.digest != unix.digest
    assert len(unix.digest) == 64


def test_columns_count_characters_not_bytes() -> None:
    assert placed(only_problem("title: 💥é: part 2\n")) == (1, 10, "yaml-syntax")


def test_a_colon_in_a_value_is_shown_with_the_line_in_quotes() -> None:
    problem = only_problem("title: Attack: part 2\n")

    assert placed(problem) == (1, 14, "yaml-syntax")
    assert problem.message == 'a value with ": " in it needs quotes'
    assert problem.hint == 'title: "Attack: part 2"'
    assert problem.excerpt == "title: Attack: part 2"


def test_an_unclosed_quote_is_shown_where_it_opens() -> None:
    assert placed(only_problem('title: "Attack\ndate: 2022\nplace: x\n')) == (1, 8, "yaml-syntax")


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    problem = only_problem("title: a\n" + "".join(f"k{n}: x\n" for n in range(7)) + "title: b\n")

    assert placed(problem) == (9, 1, "duplicate-key")
    assert problem.message == '"title" is already set on line 1'


def test_features_of_yaml_are_refused_before_any_expansion() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    start = time.perf_counter()
    found = problems_of(bomb)

    assert placed(found[0]) == (1, 5, "yaml-feature")
    assert 'anchors, aliases, tags and "<<" are not allowed' in found[0].message
    assert len(found) == 20  # ten of each
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{", "a: ["], ids=repr)
def test_deep_nesting_is_refused_at_once_and_without_recursion(opening: str) -> None:
    start = time.perf_counter()
    found = problems_of(opening * 20_000)

    assert found[0].code in {reading.DEPTH, reading.FEATURE, reading.SYNTAX}
    assert time.perf_counter() - start < 5


def test_ten_levels_are_not_too_deep() -> None:
    deep = "a: " + "[" * 9 + "]" * 9

    assert document_of(deep).data
    assert only_problem(f"b: [{deep[3:]}]").message == "nested deeper than 10"


def test_a_file_beyond_its_limit_is_refused_by_its_size() -> None:
    problem = only_problem(b"a: " + b"x" * 5_000_000)

    assert placed(problem) == (1, 1, "file-too-big")
    assert problem.message == "5.0 MB, the limit is 256 kB"


def test_keys_and_values_have_limits_and_registries_wider_ones() -> None:
    many = "".join(f"k{number}: x\n" for number in range(501))

    assert placed(only_problem(many)) == (501, 1, "too-many-keys")
    assert isinstance(read("places.yaml", many.encode(), REGISTRY), Document)
    assert placed(only_problem("a: b\nc: " + "x" * 64_001)) == (2, 4, "value-too-big")
    assert isinstance(read("x.yaml", b"a: b", Limits(keys=1)), Document)


def test_a_registry_may_be_empty() -> None:
    found = read("actors.yaml", b"# nobody yet\n", REGISTRY)

    assert isinstance(found, Document)
    assert found.data == {}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 1, "empty-file"), "this file is empty"),
        ("\n \n", (1, 1, "empty-file"), "this file is empty"),
        ("# to do\n", (1, 1, "empty-file"), "this file holds only comments"),
        ("---\n", (1, 1, "empty-file"), "this file holds only comments"),
        ("- a\n- b\n", (1, 1, "not-a-mapping"), "this file is a list; it needs keys and values"),
        ("Power returns\n", (1, 1, "not-a-mapping"), "this file is plain text; it needs keys and values"),
        ("title:Power\n", (1, 6, "not-a-mapping"), "a colon needs a space after it"),
        (
            "title:\u00a0Power\n",
            (1, 6, "not-a-mapping"),
            "the space after this colon is not a plain one (U+00A0)",
        ),
        ("a: b\n---\nc: d\n", (2, 1, "many-documents"), "a second document begins here; a file holds one"),
    ],
)
def test_a_file_of_another_shape_has_one_clear_sentence(
    text: str, place: tuple[int, int, str], message: str
) -> None:
    problem = only_problem(text)

    assert (placed(problem), problem.message) == (place, message)


def test_document_marks_around_one_document_are_fine() -> None:
    assert document_of("---\na: b\n...\n").data == {"a": "b"}


def test_independent_faults_are_reported_together_and_in_order() -> None:
    found = problems_of(b"title: Caf\xe9\nplace: &x Raqqa\nplace: Mosul\nmap:\n\ta: b\n")

    assert [placed(problem) for problem in found] == [
        (1, 11, "encoding"),
        (2, 8, "yaml-feature"),
        (3, 1, "duplicate-key"),
        (5, 1, "yaml-tab"),
    ]


def test_an_escaped_control_character_is_shown_where_it_was_typed() -> None:
    found = problems_of('a: "x \\\\x1b \\\n  \\x1b"\nb: "\\0"\nc: "\\N"\nd: "\\r"\n')

    assert [placed(problem) for problem in found] == [
        (2, 3, "control-character"),
        (3, 5, "control-character"),
        (4, 5, "control-character"),
        (5, 5, "control-character"),
    ]
    assert "U+001B" in found[0].message
    assert "U+0000" in found[1].message


def test_half_a_character_is_refused_with_its_place_by_either_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'title: "ab\\ud83d"\n'
    assert placed(only_problem(text)) == (1, 11, "bad-escape")
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert placed(only_problem(text)) == (1, 11, "bad-escape")
    assert only_problem('title: "\\UFFFFFFFF"\n').code is reading.SYNTAX


def test_a_pair_of_halves_is_shown_as_the_character_they_mean() -> None:
    assert only_problem('title: "\\ud83d\\ude00"\n').hint == "write the character itself: 😀"
