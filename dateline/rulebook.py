# SPDX-License-Identifier: MIT
"""Every code there is: those of the steps, and of each rule what its module's docstring says."""

from __future__ import annotations

import re
from textwrap import dedent
from types import ModuleType
from typing import NamedTuple

from dateline import codes, discover
from dateline.problems import Code

EXAMPLE = re.compile(r"^(Bad|Good):(.*?)(?=^(?:Bad|Good):|\Z)", re.MULTILINE | re.DOTALL)


class Lesson(NamedTuple):
    """What a rule's docstring teaches: what holds, a bad example and a good one."""

    says: str
    bad: str
    good: str


def lesson(rule: ModuleType) -> Lesson:
    """The docstring of a rule's module, taken apart."""
    text = rule.__doc__ or ""
    examples = {label: example(body) for label, body in EXAMPLE.findall(text)}
    return Lesson(EXAMPLE.sub("", text).strip(), examples.get("Bad", ""), examples.get("Good", ""))


def code_of(rule: ModuleType) -> Code | None:
    """The code of a rule's module, or None for one whose findings bring theirs."""
    if not hasattr(rule, "CODE"):
        return None
    return Code(rule.CODE, rule.NAME, rule.SEVERITY, *lesson(rule))


def example(body: str) -> str:
    """An example as YAML: what follows its label, on the same line or indented below."""
    first, _, rest = body.partition("\n")
    return first.strip() or dedent(rest).strip("\n ")


def every_code() -> tuple[Code, ...]:
    """Every code of reading, fields, text, media, site and rules, by id."""
    found = [
        value
        for module in discover.modules(codes.__name__)
        for value in vars(module).values()
        if isinstance(value, Code)
    ]
    found += [code for rule in discover.modules("dateline.rules") if (code := code_of(rule))]
    return tuple(sorted(found, key=lambda code: code.id))
