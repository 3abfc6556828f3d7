# SPDX-License-Identifier: MIT
"""Tells what came of a look at the addresses: as text, as Markdown for an issue, or as data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dateline.links.answers import Look, Verdict
from dateline.links.archive import Saved
from dateline.links.cited import Address
from dateline.report import safe

WORDS = {
    Verdict.GONE: "Gone",
    Verdict.SILENT: "Did not answer",
    Verdict.MOVED: "Moved",
    Verdict.KEPT_OUT: "Let no program in; look yourself",
    Verdict.UNASKED: "Not asked",
}
MOST_SHOWN = 100
"""So many addresses of a kind are told to people."""

MOST_LETTERS = 60_000
"""An issue on GitHub holds a few more."""

LONGEST = 2_000

Line = Callable[[Address, Look], str]


def counts(looks: Mapping[str, Look]) -> str:
    """How many addresses there are of each kind, in one line."""
    each = [look.verdict for look in looks.values()]
    words = [f"{each.count(verdict)} {words.partition(';')[0].lower()}" for verdict, words in WORDS.items()]
    return f"{len(each)} asked: {each.count(Verdict.ANSWERS)} answer, {', '.join(words)}"


def as_text(addresses: Sequence[Address], looks: Mapping[str, Look]) -> str:
    """The report for a terminal."""
    parts = [
        f"{words}:\n" + "".join(lines) + "\n"
        for words, lines in by_kind(addresses, looks, text_line)
        if lines
    ]
    return "".join(parts) + counts(looks) + "\n"


def text_line(address: Address, look: Look) -> str:
    """One address in the report for a terminal."""
    to = f"\n    now at {safe(look.to, LONGEST)}" if look.to else ""
    why = f" ({safe(look.why)})" if look.why else ""
    copy = ", archived copy" if address.archived else ", NO archived copy"
    return f"  {safe(address.text, LONGEST)}{why}{to}\n    in {', '.join(address.by)}{copy}\n"


def as_markdown(addresses: Sequence[Address], looks: Mapping[str, Look], day: str) -> str:
    """The report as an issue shows it."""
    parts = [f"Looked at on {day}. {counts(looks)}.\n"]
    for words, lines in by_kind(addresses, looks, markdown_line):
        if lines:
            parts.append(f"\n## {words}\n\n" + "".join(lines))
    whole = "".join(parts)
    if len(whole) <= MOST_LETTERS:
        return whole
    return (
        whole[:MOST_LETTERS].rpartition("\n")[0] + "\n\nThe list goes on; `dateline links` tells all of it.\n"
    )


def markdown_line(address: Address, look: Look) -> str:
    """One address in the report for an issue."""
    to = f", now at {code(look.to)}" if look.to else ""
    why = f" ({code(look.why)})" if look.why else ""
    copy = "archived copy" if address.archived else "**no archived copy**"
    return f"- {code(address.text)}{why}{to}: in {', '.join(map(code, address.by))}; {copy}\n"


def by_kind(
    addresses: Sequence[Address], looks: Mapping[str, Look], line: Line
) -> Iterator[tuple[str, list[str]]]:
    """The lines of each kind of address that needs somebody's eye."""
    for verdict, words in WORDS.items():
        held = [one for one in addresses if one.text in looks and looks[one.text].verdict is verdict]
        lines = [line(one, looks[one.text]) for one in held[:MOST_SHOWN]]
        if len(held) > MOST_SHOWN:
            lines.append(f"- and {len(held) - MOST_SHOWN} more\n")
        yield words, lines


def code(text: str) -> str:
    """A text that Markdown shows as it is, with nothing in it that could end the quotation."""
    return "`" + re.sub(r"[`\n\r]", "'", safe(text, LONGEST)) + "`"


def as_json(addresses: Sequence[Address], looks: Mapping[str, Look], day: str) -> str:
    """The report as data."""
    records = [
        {
            "url": one.text,
            "state": looks[one.text].verdict.value,
            "to": looks[one.text].to or None,
            "why": looks[one.text].why or None,
            "archived": one.archived,
            "in": list(one.by),
        }
        for one in addresses
        if one.text in looks
    ]
    return json.dumps({"checked": day, "links": records}, indent=1) + "\n"


def of_copies(copies: Iterable[Saved]) -> Iterator[str]:
    """What to write for each copy that was made, and why others were not."""
    for one in copies:
        where = ", ".join(one.address.by)
        if one.copy:
            yield f"{where}: write\n  archive_url: {safe(one.copy, LONGEST)}\n  archived: {one.day}\n"
        else:
            yield f"{where}: no copy of {safe(one.address.text, LONGEST)}: {safe(one.why)}\n"


def told(form: str, addresses: Sequence[Address], looks: Mapping[str, Look], day: str) -> str:
    """The report in one of its forms: text, markdown or json."""
    if form == "json":
        return as_json(addresses, looks, day)
    return as_markdown(addresses, looks, day) if form == "markdown" else as_text(addresses, looks)
