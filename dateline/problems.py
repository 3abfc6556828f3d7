# SPDX-License-Identifier: MIT
"""A problem is data: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a problem matters: an error stops a build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem, with what the docs say of it.

    `id` is permanent and never reused; `name` is its readable twin; `says` states in one
    sentence what holds in good content; `bad` and `good` are short YAML examples.
    """

    id: str
    name: str
    severity: Severity
    says: str
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place; line and column count from 1.

    `path` is relative to the site's folder, with forward slashes. `excerpt` is the source line,
    for the caret. Message and excerpt hold content as it was typed: only `report` may print them.
    """

    path: str
    line: int
    column: int
    code: Code
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The place of the problem in reading order."""
        return (self.path, self.line, self.column, self.code.id, self.message)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line and column, each once."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))


def plain_problem(problem: Problem) -> list[Any]:
    """A problem as plain data."""
    return list(astuple(problem))


def problem_from(plain: Sequence[Any]) -> Problem:
    """The problem in plain data that came through JSON."""
    path, line, column, (ident, name, severity, *says), message, hint, own, excerpt = plain
    code = Code(ident, name, Severity(severity), *says)
    return Problem(path, line, column, code, message, hint, Severity(own), excerpt)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` was probably meant to be, or None."""
    from difflib import get_close_matches

    matches = get_close_matches(word.casefold(), sorted(candidates), n=1, cutoff=0.6)
    return matches[0] if matches else None


def shown(value: object, limit: int = 80) -> str:
    """The value in single quotes, cut at `limit` characters, for a message."""
    text = str(value)
    return f"'{text[: limit - 1]}…'" if len(text) > limit else f"'{text}'"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: in which record, at which path of keys inside it, and what to say.

    `kind` is event, actor, place, source or site; `id` is the record's. A rule knows neither files
    nor lines nor how a finding is shown; `pipeline` adds all three. `code` is for a fault that has a
    code of its own, closer than the rule's.
    """

    kind: str
    id: str
    loc: tuple[str | int, ...]
    message: str
    hint: str = ""
    on_key: bool = False
    code: Code | None = None
