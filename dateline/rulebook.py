# SPDX-License-Identifier: MIT
"""Every rule as a code: what its module's docstring says, with its bad and its good example."""

from __future__ import annotations

import re
from textwrap import dedent
from types import ModuleType

from dateline.problems import Code

EXAMPLE = re.compile(r"^(Bad|Good):(.*?)(?=^(?:Bad|Good):|\Z)", re.MULTILINE | re.DOTALL)


def code_of(rule: ModuleType) -> Code:
    """The code of a rule's module."""
    text = rule.__doc__ or ""
    examples = {label: example(body) for label, body in EXAMPLE.findall(text)}
    says = EXAMPLE.sub("", text).strip()
    return Code(rule.CODE, rule.NAME, rule.SEVERITY, says, examples.get("Bad", ""), examples.get("Good", ""))


def example(body: str) -> str:
    """An example as YAML: what follows its label, on the same line or indented below."""
    first, _, rest = body.partition("\n")
    return first.strip() or dedent(rest).strip("\n ")
