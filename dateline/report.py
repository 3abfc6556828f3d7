# SPDX-License-Identifier: MIT
"""Problems as text, as annotations, as JSON, as Markdown and as HTML: the only place that shows content.

Content may hold control characters, text that runs backwards, and commands to a terminal or to the
log of a workflow. Everything shown goes through `safe`, and no line begins with content.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TextIO

from dateline.problems import Problem, Severity

LONGEST_TEXT = 1000  # characters of a message
LONGEST_LINE = 100  # columns of a source line
LONGEST_SUMMARY = 900_000  # bytes; GitHub takes 1 MiB of summary from a step
TAB = "    "
# Letters that have no shape, beside those that Unicode calls format characters.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
HIDDEN = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}
BOLD = "1"


def safe(text: str, limit: int = LONGEST_TEXT) -> str:
    """The text on one line, with everything invisible spelt out, cut at `limit` characters.

    `##[` is broken up, because the log of a GitHub workflow obeys it anywhere in a line.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(map(_visible, cut)).replace("##[", "#\\x23[")


def _visible(letter: str) -> str:
    if " " <= letter <= "~" or (letter not in BLANK and unicodedata.category(letter) not in HIDDEN):
        return letter
    return letter.encode("unicode_escape").decode("ascii")


def strict(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, all of them errors."""
    return tuple(replace(problem, severity=Severity.ERROR) for problem in problems)


def only(problems: Sequence[Problem], paths: Iterable[Path], source: Path) -> tuple[Problem, ...]:
    """The problems of files at or below one of the paths; all, when none is given."""
    wanted = [path.resolve() for path in paths]
    if not wanted:
        return tuple(problems)
    return tuple(
        problem
        for problem in problems
        if any((source / problem.path).resolve().is_relative_to(path) for path in wanted)
    )


def closing(problems: Iterable[Problem]) -> str:
    """How many there are of each kind: "2 errors, 1 warning"."""
    counts = Counter(problem.severity for problem in problems)
    parts = [_count(counts[severity], severity) for severity in Severity if counts[severity]]
    return ", ".join(parts) or "no problems"


def _count(number: int, severity: Severity) -> str:
    return f"{number} {severity}" if number == 1 else f"{number} {severity}s"


def as_text(problems: Sequence[Problem], *, colour: bool) -> str:
    """Every problem for a reader at a terminal, and how many there are."""
    parts = [part for problem in problems for part in (*_text_lines(problem, colour=colour), "")]
    return "\n".join([*parts, closing(problems), ""])


def _text_lines(problem: Problem, *, colour: bool) -> Iterable[str]:
    tint = COLOURS[problem.severity]
    kind = f"{problem.severity}[{problem.code.id} {problem.code.name}]"
    place = f"{_path(problem)}:{problem.line}:{problem.column}:"
    yield f"{_painted(place, BOLD, colour)} {_painted(kind, tint, colour)}: {safe(problem.message)}"
    if problem.excerpt.strip():
        line, caret = _pointed(problem.excerpt, problem.column)
        yield f"    | {line}"
        yield f"    | {' ' * caret}{_painted('^', tint, colour)}"
    if problem.hint:
        first, *more = problem.hint.split("\n")
        yield f"{_painted('help:', BOLD, colour)} {safe(first)}"
        yield from (f"    | {safe(line)}" for line in more)


def _path(problem: Problem) -> str:
    """The path in such a form that a line can begin with it."""
    path = safe(problem.path, limit=4096)
    return path if re.match(r"[\w.]", path) else f"./{path}"


def _painted(text: str, code: str, colour: bool) -> str:  # noqa: FBT001  passed on, never written out
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _pointed(source: str, column: int) -> tuple[str, int]:
    """The part of a source line around a column, and how many columns lie before the caret."""
    letters = [TAB if letter == "\t" else safe(letter) for letter in source.rstrip("\r\n")]
    at = min(column - 1, len(letters))
    start = 0
    while start < at and sum(map(width, letters[start:at])) > LONGEST_LINE * 3 // 4:
        start += max(1, (at - start) // 8)
    end = at
    while end < len(letters) and sum(map(width, letters[start : end + 1])) <= LONGEST_LINE:
        end += 1
    before, after = "…" if start else "", "…" if end < len(letters) else ""
    line = "".join(letters[start:end]).replace("##[", "# #[")
    return before + line + after, width(before + "".join(letters[start:at]))


def width(text: str) -> int:
    """The columns that a text takes in a terminal: wide letters two, combining marks none."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def as_github(problems: Sequence[Problem], *, limit: int = 9) -> str:
    """Workflow commands that mark lines of a pull request.

    GitHub shows ten of a severity from a step, so after `limit` comes one that counts the rest.
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    lines = []
    for severity in Severity:
        those = [problem for problem in problems if problem.severity is severity]
        lines += [_annotation(problem) for problem in those[:limit]]
        if more := len(those[limit:]):
            lines.append(
                f"::{severity} title={more} more::{_count(more, severity)} more; the job summary has them all"
            )
    return "".join(f"{line}\n" for line in lines)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    title = _property(f"{problem.code.id} {problem.code.name}")
    parts = [problem.message, *([f"help: {problem.hint}"] if problem.hint else [])]
    message = "%0A".join(_data(part) for part in parts)
    return f"::{problem.severity} {place},title={title}::{message}"


def _data(text: str) -> str:
    """Percent-encoded as the runner decodes it; line breaks are gone after `safe`."""
    return safe(text).replace("%", "%25")


def _property(text: str) -> str:
    return safe(text, limit=4096).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem]) -> str:
    """The problems for programs.

    An object: `format` (1), `counts` by severity, and `problems`, each with path, line, column, code,
    name, severity, message and hint. Letters outside ASCII are escaped, as is what a log would obey.
    """
    listed = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code.id,
            "name": problem.code.name,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    counts = Counter(problem.severity for problem in problems)
    whole = {
        "format": 1,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "problems": listed,
    }
    return safe_json(whole)


def summary_markdown(problems: Sequence[Problem]) -> str:
    """The problems as Markdown for a job summary, with content in code spans it cannot leave."""
    said = f"### dateline: {closing(problems)}\n\n"
    room = LONGEST_SUMMARY
    for number, problem in enumerate(problems):
        item = _bullet(problem)
        room -= len(item.encode())
        if room < 0:
            return f"{said}\nand {len(problems) - number} more\n"
        said += item
    return said


def _bullet(problem: Problem) -> str:
    place = code_span(f"{problem.path}:{problem.line}:{problem.column}")
    kind = f"**{problem.severity}** {problem.code.id} {problem.code.name}"
    hints = [f"  - {code_span(line)}\n" for line in problem.hint.split("\n") if line.strip()]
    return "".join([f"- {place} {kind}: {code_span(problem.message)}\n", *hints])


def code_span(text: str) -> str:
    """A code span with a fence longer than any run of backticks inside (CommonMark 6.1)."""
    shown = safe(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence} {shown} {fence}"


def fenced(lines: Iterable[str]) -> str:
    """A block of code that no line can leave, each line made safe."""
    shown = [safe(line) for line in lines]
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}text", *shown, fence, ""])


def safe_json(data: object) -> str:
    """Data for programs: letters outside ASCII are escaped, as is what a log would obey."""
    text = json.dumps(data, indent=2, ensure_ascii=True, allow_nan=False)
    return text.replace("\x7f", "\\u007f").replace("##[", "#\\u0023[") + "\n"


def notice(title: str, message: str) -> str:
    """A workflow command that says something of the whole run."""
    return f"::notice title={_property(title)}::{_data(message)}\n"


def as_html(problems: Iterable[Problem]) -> str:
    """The problems as an HTML list."""
    return f"<ol>{''.join(map(_item, problems))}</ol>"


def _item(problem: Problem) -> str:
    place = f"{safe(problem.path)}:{problem.line}:{problem.column}"
    kind = f"{problem.severity}[{problem.code.id} {problem.code.name}]"
    said = escape(safe(problem.message))
    parts = [f"<p><code>{escape(place)}</code> <strong>{escape(kind)}</strong>: {said}</p>"]
    if problem.excerpt.strip():
        line, caret = _pointed(problem.excerpt, problem.column)
        parts.append(f"<pre>{escape(line)}\n{' ' * caret}^</pre>")
    parts += [f"<p>{escape(safe(line))}</p>" for line in problem.hint.split("\n") if line]
    return f"<li>{''.join(parts)}</li>"


def show(text: str, stream: TextIO) -> None:
    """Print a text that this module made; what the stream's encoding lacks is spelt out."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
