import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import report
from dateline.problems import Code, Problem, Severity

TAB = Code("D003", "yaml-tab", Severity.ERROR, "Indentation is made of spaces, never of tabs.")
PATH = "content/events/2022/2022-01-05-a.yaml"
HOSTILE = [
    "::stop-commands::x",
    "::error file=a.yaml::all checks passed",
    "  ::add-mask::e",
    "a\n::error::b",
    "a\r\n##[error]b",
    "##[add-mask]e",
    "###[group]",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\u202egnp.exe",
    "\u2066a\u2069",
    "zero\u200bwidth",
    "\u2028line",
    "\ud83d",
    "\x00",
    "`` ` ```",
    "</pre><script>alert(1)</script>",
    "![x](https://evil.example/x.png) @octocat </details>",
    "%0A::error::x",
    "100 %",
]


def problem(message: str = "indent with spaces", **changes: object) -> Problem:
    fields: dict[str, object] = {
        "path": PATH,
        "line": 2,
        "column": 1,
        "code": TAB,
        "message": message,
        "hint": "use two spaces",
        "excerpt": "\tdate: 2022",
    }
    return Problem(**(fields | changes))  # type: ignore[arg-type]  # the tests give fitting values


def hostile(text: str) -> Problem:
    return problem(text, path=text, hint=f"{text}\n{text}", excerpt=text, column=3)


def printable(text: str) -> bool:
    return all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in text)


def test_a_problem_shows_its_place_its_line_and_what_to_do() -> None:
    assert report.as_text([problem(), problem(severity=Severity.WARNING, hint="")], colour=False) == (
        f"{PATH}:2:1: error[D003 yaml-tab]: indent with spaces\n"
        "    |     date: 2022\n"
        "    | ^\n"
        "help: use two spaces\n"
        "\n"
        f"{PATH}:2:1: warning[D003 yaml-tab]: indent with spaces\n"
        "    |     date: 2022\n"
        "    | ^\n"
        "\n"
        "1 error, 1 warning\n"
    )


def test_colour_adds_nothing_but_colour() -> None:
    coloured = report.as_text([problem()], colour=True)

    assert "\x1b[31merror[D003 yaml-tab]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == report.as_text([problem()], colour=False)


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((0, 0, 0), "no problems"),
        ((2, 1, 0), "2 errors, 1 warning"),
        ((0, 0, 1), "1 notice"),
        ((1, 0, 2), "1 error, 2 notices"),
    ],
)
def test_the_end_counts_what_there_is(counts: tuple[int, int, int], text: str) -> None:
    problems = [
        problem(severity=kind) for kind, count in zip(Severity, counts, strict=True) for _ in range(count)
    ]

    assert report.closing(problems) == text


@pytest.mark.parametrize(
    ("excerpt", "column", "before"),
    [
        ("title: x", 8, 7),
        ("\ttitle: x", 2, 4),
        ("題名: x", 5, 6),
        ("e\u0301e\u0301: x", 5, 2),
        ("a\x1bb", 3, 5),
        ("short", 99, 5),
        ("", 1, None),
    ],
)
def test_the_caret_stands_under_its_letter(excerpt: str, column: int, before: int | None) -> None:
    lines = report.as_text([problem(excerpt=excerpt, column=column)], colour=False).splitlines()
    carets = [line for line in lines if line.endswith("^")]

    assert carets == ([] if before is None else [f"    | {' ' * before}^"])


@pytest.mark.parametrize("column", [1, 50, 500, 5000])
def test_a_long_line_is_shown_around_the_place(column: int) -> None:
    excerpt = "".join(chr(97 + number % 26) for number in range(5000))
    shown, caret = report.as_text([problem(excerpt=excerpt, column=column)], colour=False).splitlines()[1:3]

    assert len(shown) < 120
    assert shown[caret.index("^")] == excerpt[column - 1]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_of_text_begins_with_content_or_changes_a_terminal(text: str) -> None:
    said = report.as_text([hostile(text)], colour=False)

    assert all(map(printable, said.splitlines()))
    assert "##[" not in said
    for line in said.splitlines():
        assert not line.lstrip().startswith("::")
    assert len(said.splitlines()) <= 9


@pytest.mark.parametrize("text", HOSTILE)
def test_an_annotation_is_one_command_with_the_place_we_say(text: str) -> None:
    (line,) = report.as_github([hostile(text)]).splitlines()
    command, _, message = line[2:].partition("::")
    kind, _, listed = command.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(","))

    assert kind == "error"
    assert list(properties) == ["file", "line", "col", "title"]
    assert printable(line)
    assert "##[" not in line
    assert not re.search(r"%(?!25|3A|2C|0A)", line)
    assert message.count("%0A") == 1


def test_percent_colon_and_comma_reach_github_as_they_are() -> None:
    (line,) = report.as_github([problem("100 %, sure: yes", path="a,b:c%.yaml", hint="")]).splitlines()

    assert line == "::error file=a%2Cb%3Ac%25.yaml,line=2,col=1,title=D003 yaml-tab::100 %25, sure: yes"


def test_github_gets_nine_of_each_severity_and_a_count() -> None:
    errors = [problem(str(number)) for number in range(12)]
    warnings = [problem(str(number), severity=Severity.WARNING) for number in range(10)]
    lines = report.as_github([*errors, *warnings]).splitlines()

    assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * 10
    assert lines[9] == "::error title=3 more::3 errors more; the job summary has them all"
    assert lines[19].startswith("::warning title=1 more::1 warning more")


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_content_and_prints_as_plain_ascii(text: str) -> None:
    said = report.as_json([hostile(text)])
    (listed,) = json.loads(said)["problems"]

    assert listed["message"] == listed["path"] == text
    assert said.isascii()
    assert all(map(printable, said.splitlines()))
    assert "##[" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_json_has_the_documented_shape() -> None:
    assert json.loads(report.as_json([problem()])) == {
        "format": 1,
        "counts": {"error": 1, "warning": 0, "notice": 0},
        "problems": [
            {
                "path": PATH,
                "line": 2,
                "column": 1,
                "code": "D003",
                "name": "yaml-tab",
                "severity": "error",
                "message": "indent with spaces",
                "hint": "use two spaces",
            }
        ],
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_a_summary_keeps_content_in_code_spans(text: str) -> None:
    said = report.summary_markdown([hostile(text)])
    outside = re.sub(r"(?<!`)(`+)(?!`) .*? (?<!`)\1(?!`)", "CODE", said)

    assert outside == (
        "### dateline: 1 error\n\n- CODE **error** D003 yaml-tab: CODE\n"
        + "  - CODE\n" * len(f"{text}\n{text}".split("\n"))
    )


def test_a_summary_stays_below_what_github_takes() -> None:
    said = report.summary_markdown([problem("日" * 5000, line=number) for number in range(1, 1501)])

    assert re.search(r"\nand [0-9]+ more\n\Z", said)
    assert 800_000 < len(said.encode()) < 2**20


@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_no_tag_of_content(text: str) -> None:
    said = report.as_html([hostile(text)])

    assert set(re.findall(r"<[^>]*>", said)) <= {
        f"<{end}{tag}>" for end in ("", "/") for tag in ("ol", "li", "p", "code", "strong", "pre")
    }
    assert all(map(printable, said.splitlines()))


def test_safe_spells_out_what_cannot_be_seen() -> None:
    assert report.safe("a\x1b\u202e\u200b\n\t\U000e0041é日") == r"a\x1b\u202e\u200b\n\t\U000e0041é日"
    assert report.safe("x" * 100, limit=10) == "xxxxxxxxx…"


@given(st.text())
def test_safe_is_one_visible_line_and_settled(text: str) -> None:
    once = report.safe(text)

    assert printable(once)
    assert "##[" not in once
    assert len(once.splitlines()) <= 1
    assert report.safe(once, limit=len(once)) == once


def test_strict_makes_every_problem_an_error() -> None:
    assert [Severity.ERROR] == [one.severity for one in report.strict([problem(severity=Severity.NOTICE)])]


def test_a_stream_without_the_letters_gets_them_spelt_out() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    report.show("é…\n", stream)

    assert raw.getvalue() == b"\\xe9\\u2026\n"


def test_nothing_else_in_the_engine_prints(repository: Path) -> None:
    printing = re.compile(r"(?<![\w.])print\(|sys\.(stdout|stderr)\.write")

    assert [] == [
        file.name
        for file in (repository / "dateline").rglob("*.py")
        if printing.search(file.read_text("utf-8"))
    ]


def test_problems_are_chosen_by_the_file_or_the_folder_that_they_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["content/events/2022/a.yaml", "content/events/2022.yaml", "content/site.yaml"]
    problems = [Problem(name, 1, 1, TAB, "x") for name in names]
    monkeypatch.chdir(tmp_path)

    def chosen(*paths: str) -> list[str]:
        return [one.path for one in report.only(problems, map(Path, paths), tmp_path)]

    assert chosen() == names
    assert chosen("content/events/2022") == names[:1]
    assert chosen("content/site.yaml", "content/./events") == names
    assert chosen("content/pages") == []


def test_a_code_span_and_a_block_of_code_hold_any_run_of_backticks() -> None:
    assert report.code_span("a `` b") == "``` a `` b ```"
    assert report.fenced(["a", "```` x", "~~~"]) == "`````text\na\n```` x\n~~~\n`````\n"
    assert report.fenced(["\u202ex\ny"]) == "```text\n\\u202ex\\ny\n```\n"


def test_a_notice_cannot_be_left_either() -> None:
    made = report.notice("a: b, c", "one\n::error::two %0A")

    assert made == "::notice title=a%3A b%2C c::one\\n::error::two %250A\n"


def test_data_for_programs_holds_nothing_that_a_log_obeys() -> None:
    made = report.safe_json({"a": "##[error]\x7f\u202e"})

    assert "##[" not in made
    assert made.isascii()
    assert json.loads(made) == {"a": "##[error]\x7f\u202e"}
