# SPDX-License-Identifier: MIT

"""A mutant is its module with one change."""

import pytest

from scripts.mutations import mutants


def changes(text: str) -> list[str]:
    return [mutant.slip.change for mutant in mutants(text, "a.py")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b", ["`a < b` → `a <= b`", "`a < b` → `a >= b`"]),
        ("a is b in c", ["`a is b in c` → `a is not b in c`", "`a is b in c` → `a is b not in c`"]),
        ("a and b", ["`a and b` → `a or b`"]),
        ("a // b", ["`a // b` → `a * b`"]),
        ("not a", ["`not a` → `a`"]),
        ("a if b else c", ["`a if b else c` → `a if not b else c`"]),
        ("f(7)", ["`7` → `8`", "`7` → `6`"]),
        ("f(True)", ["`True` → `False`"]),
        ("f(r'a+')", ["`'a+'` → `'+'`", "`'a+'` → `'a'`"]),
        ("f(rf'{a}+')", ["`'+'` → `''`"]),
        ("a.strip()", ["`a.strip()` → `a`"]),
        ("f([a, b])", ["`[a, b]` → `[b]`", "`[a, b]` → `[a]`"]),
        ("f(a for a in b if a)", ["` for a in b if a` → ` for a in b`"]),
    ],
)
def test_a_slip_of_the_pen_is_made(text: str, expected: list[str]) -> None:
    assert changes(text)[1:] == expected  # The first is the statement lost.


def test_a_statement_and_what_is_returned_are_lost() -> None:
    text = "def f(a):\n    a.append(b)\n    if a:\n        raise a\n    return a\n"

    assert changes(text) == [
        "`a.append(b)` → `pass`",
        "`if a: raise a` → `if not a: raise a`",
        "`raise a` → `pass`",
        "`return a` → `return None`",
    ]


@pytest.mark.parametrize(
    "text",
    ['"""A docstring."""', "a: 7", "@f(7)\nclass A: pass", "A = tuple[b, c]", "__all__ = [a, b]", "'7'"],
)
def test_what_changes_nothing_that_runs_is_let_be(text: str) -> None:
    assert [one for one in changes(text) if "pass" not in one] == []


def test_each_mutant_runs_with_its_own_change_and_the_module_is_as_it_was() -> None:
    came = []
    for mutant in mutants("found = 1 + 4\n", "a.py"):
        values: dict[str, int] = {}
        exec(mutant.code, values)  # noqa: S102  # that it runs is the point
        came.append(values.get("found"))

    assert came == [None, -3, 6, 4, 6, 4]


def test_of_a_long_text_only_what_is_around_the_change_is_shown() -> None:
    text = f"f(r'{'a' * 60}7{'b' * 60}')"

    assert f"`…{'a' * 24}7{'b' * 24}…` → `…{'a' * 24}{'b' * 24}…`" in changes(text)
