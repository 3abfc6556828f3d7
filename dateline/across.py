# SPDX-License-Identifier: MIT
"""What the rules find across events, kept as long as they would see the same.

A rule's `check` looks at rows, at the site's settings and at the registries. Where these are as they
were, so are its findings; only the lines on which they are shown may have moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline import discover
from dateline.digest import digest
from dateline.json_text import decode, encode
from dateline.problems import Code, Finding, Problem, Severity, plain_problem, problem_from
from dateline.records import Owner, located
from dateline.rulebook import code_of
from dateline.store import Store
from dateline.timeline import Timeline

KIND, KEY = "across", "findings"

OwnerOf = Callable[[str, str], Owner | None]


def across(
    timeline: Timeline, seen: object, digest_of: Callable[[str, str], str], owner_of: OwnerOf, store: Store
) -> Iterator[Problem]:
    """The problems that rules find across events.

    `seen` stands for all that they look at. `digest_of` gives that of the file of a record, as its
    kind and id, and `owner_of` leads to its document, or to None where that cannot be read now.
    """
    key = digest(seen)
    kept = decode(store.get(KIND, KEY) or b"[null, []]")
    changed = kept[0] != key
    if changed:
        kept = [key, [[plain_finding(code, found), "", None] for code, found in findings(timeline)]]
    for row in kept[1]:
        kind, ident = row[0][1:3]
        now = digest_of(kind, ident)
        if row[2] is None or row[1] != now:
            code, found = finding_from(row[0])
            owner = owner_of(kind, ident)
            row[1:] = [now, plain_problem(located(owner, code, found)) if owner else None]
            changed = True
        if row[2] is not None:
            yield problem_from(row[2])
    if changed:
        store.put(KIND, [(KEY, encode(kept))])


def findings(timeline: Timeline) -> Iterator[tuple[Code, Finding]]:
    """What each rule finds, with its code."""
    for rule in discover.modules("dateline.rules"):
        if hasattr(rule, "check"):
            for found in rule.check(timeline):
                code = found.code or code_of(rule)
                assert code is not None, f"{rule.__name__} has no code"  # noqa: S101  # for the type
                yield code, found


def plain_finding(code: Code, found: Finding) -> list[Any]:
    """A finding as plain data."""
    says = [code.id, code.name, code.severity, code.says, code.bad, code.good]
    return [says, found.kind, found.id, list(found.loc), found.message, found.hint, found.on_key]


def finding_from(plain: list[Any]) -> tuple[Code, Finding]:
    """The finding in plain data."""
    (ident, name, severity, *says), kind, record, loc, message, hint, on_key = plain
    return Code(ident, name, Severity(severity), *says), Finding(
        kind, record, tuple(loc), message, hint, on_key
    )
