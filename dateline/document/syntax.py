# SPDX-License-Identifier: MIT
"""A YAML parser's terse complaint becomes the place to look at, plain words and a line that would do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.codes.reading import BAD_ESCAPE, SYNTAX, TAB
from dateline.document.decoding import Place, Text
from dateline.problems import Code, shown

LONGEST = 160
"""A suggested line is cut at so many characters."""

_KEY_VALUE = re.compile(r"(?P<lead>\s*(?:- +)*(?P<key>[^\s:#][^:]*?)\s*:\s+)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^ \t/].*)")
_PAIRS = {"''", '""', "\u201c\u201d", "\u2018\u2019", "\u201e\u201c"}
_ESCAPE = re.compile(r"\\(?:x\w{0,2}|u\w{0,4}|U\w{0,8}|.)?")
_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_BLOCK_HEADER = re.compile(r".*[|>][-+0-9]*\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Token:
    """The last thing that was read before a fault: "quoted", "closed" (a bracket) or "other"."""

    kind: str
    start: Place
    end: Place


@dataclass(frozen=True, slots=True)
class Fault:
    """What a YAML parser says of a text: its reason, where, what it was reading and since where."""

    text: Text
    reason: str
    context: str
    place: Place
    opened: Place
    last: Token | None = None
    bracket: Place | None = None

    def line(self, number: int) -> str:
        """The line of that number, empty beyond the end."""
        return self.text.line(number)

    def at(self, place: Place) -> str:
        """The character at a place, empty beyond the end of its line."""
        return self.line(place[0])[place[1] - 1 : place[1]]


@dataclass(frozen=True, slots=True)
class Advice:
    """Where to look, what is wrong there and what to write."""

    place: Place
    message: str
    hint: str = ""
    code: Code = SYNTAX


def explain(fault: Fault) -> Advice:
    """The advice of the first rule that knows the fault."""
    for rule in _RULES:
        if (advice := rule(fault)) is not None:
            return advice
    return Advice(
        fault.place,
        "this line cannot be read as YAML",
        "write 'key: value', and quote a value that holds any of : # [ ] { } , & * ! | > ' \" % @ `",
    )


def quoted(value: str) -> str:
    """The text in quotes that keep every character of it."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def space_after_colon(text: Text, number: int) -> Advice | None:
    """The advice for a line such as `title:Power returns`."""
    line = text.line(number)
    match = _NO_SPACE.fullmatch(line)
    if match is None:
        return None
    place = (number, match.start("value"))
    if match["value"][0].isspace():
        name = f"U+{ord(match['value'][0]):04X}"
        return Advice(
            place, f"the space after this colon is not a plain one ({name})", "type the space again"
        )
    return Advice(
        place,
        "a colon needs a space after it",
        _fixed(line, match.start("key"), f"{match['key']}: {match['value']}"),
    )


def _fixed(line: str, start: int, rest: str) -> str:
    """The line with `rest` from an index on, cut where it is long."""
    fixed = (line[:start] + rest).strip()
    return fixed if len(fixed) <= LONGEST else f"{fixed[:LONGEST]}…"


def _requoted(fault: Fault, number: int, column: int) -> str:
    """The line with everything from the column on in quotes, its comment left out."""
    line = fault.line(number)
    value = re.split(r"\s#", line[column - 1 :])[0].rstrip()
    if len(value) > 1 and value[0] + value[-1] in _PAIRS:
        value = value[1:-1]
    return _fixed(line, column - 1, quoted(value))


def _tab(fault: Fault) -> Advice | None:
    line = fault.line(fault.place[0])
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" not in indentation and fault.at(fault.place) != "\t":
        return None
    column = indentation.find("\t") + 1 or fault.place[1]
    return Advice((fault.place[0], column), "indent with spaces, not tabs", "two spaces for each level", TAB)


def _escape(fault: Fault) -> Advice | None:
    if "escape" not in fault.reason and "hexdecimal" not in fault.reason:
        return None
    number, column = fault.place
    line = fault.line(number)
    start = line.rfind("\\", 0, column)
    found = _ESCAPE.match(line, max(start, 0))
    escape = found.group() if found else "\\"
    pair = _SURROGATES.match(line, max(start, 0))
    if pair is not None:
        both = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        hint = f"write the character itself: {both}"
    elif re.fullmatch(r"\\u[dD][89abAB].*|\\u[dD][c-fC-F].*", escape):
        hint = "this is one half of a character; write the character itself"
    else:
        hint = r"in double quotes write \\ for a backslash; in single quotes one \ is enough"
    return Advice((number, max(start + 1, 1)), f"{shown(escape)} stands for no character", hint, BAD_ESCAPE)


def _unclosed_quote(fault: Fault) -> Advice | None:
    if "quoted scalar" not in fault.context:
        return None
    number = fault.opened[0]
    return Advice(
        fault.opened, "this quote is never closed", fault.line(number).strip() + fault.at(fault.opened)
    )


def _after_quote(fault: Fault) -> Advice | None:
    last = fault.last
    if last is None or last.kind != "quoted" or last.end[0] != fault.place[0]:
        return None
    if last.start[0] < last.end[0]:
        hint = "close it on its own line; double a single quote inside single quotes ('')"
        return Advice(last.start, f"this quote closes only on line {last.end[0]}", hint)
    return Advice(fault.place, "text follows after the closing quote", _requoted(fault, *last.start))


def _after_bracket(fault: Fault) -> Advice | None:
    last = fault.last
    if last is None or last.kind != "closed" or last.end[0] != fault.place[0]:
        return None
    if (character := fault.at(fault.place)) in {"]", "}"}:
        return Advice(fault.place, f'there is one "{character}" too many')
    match = _KEY_VALUE.fullmatch(fault.line(fault.place[0]))
    if match is None or match["value"][0] not in "[{":
        return None
    column = match.start("value") + 1
    return _needs_quotes(fault, (fault.place[0], column))


def _needs_quotes(fault: Fault, place: Place) -> Advice:
    message = f'a value that begins with "{fault.at(place)}" needs quotes'
    return Advice(place, message, _requoted(fault, *place))


def _first_character(fault: Fault) -> Advice | None:
    if "cannot start any token" in fault.reason or "keys are not allowed" in fault.reason:
        return _needs_quotes(fault, fault.place)
    if any(
        f"scanning {word}" in fault.context for word in ("an anchor", "an alias", "a tag", "a block scalar")
    ):
        return _needs_quotes(fault, fault.opened)
    if "node content" in fault.reason and fault.at(fault.place) == ",":
        if fault.bracket is not None:
            return Advice(fault.place, "there is nothing before this comma", "delete the comma")
        return _needs_quotes(fault, fault.place)
    return None


def _colon(fault: Fault) -> Advice | None:
    if "mapping values are not allowed" not in fault.reason:
        return None
    number, column = fault.place
    line = fault.line(number)
    match = _KEY_VALUE.fullmatch(line)
    if match is not None and match.start("value") < column - 1:
        return Advice(
            fault.place,
            'a value with ": " in it needs quotes',
            _requoted(fault, number, match.start("value") + 1),
        )
    above = number - 1
    while above > 1 and not fault.line(above).strip():
        above -= 1
    if (advice := space_after_colon(fault.text, above)) is not None:
        return advice
    if above < 1:
        return None
    start = len(line) - len(line.lstrip()) + 1
    before = fault.line(above).strip()
    if _KEY_VALUE.fullmatch(fault.line(above)) is None:
        return Advice((above, 1), f"{shown(before)} has no colon: write 'key: value'")
    return Advice(
        (number, start),
        "this line is indented deeper than the one above, which has its value already",
        "begin the key in the column of the one above; if it continues the text, put that in quotes",
    )


def _list_on_the_line(fault: Fault) -> Advice | None:
    if "sequence entries are not allowed" not in fault.reason:
        return None
    hint = "put each '- item' on a line of its own below the key; if it is text, put it in quotes"
    return Advice(fault.place, "a list does not begin on the line of its key", hint)


def _no_colon(fault: Fault) -> Advice | None:
    if "could not find expected ':'" not in fault.reason:
        return None
    number, column = fault.opened
    line = fault.line(number)
    if (advice := space_after_colon(fault.text, number)) is not None:
        return advice
    if (dash := re.match(r"\s*-(?=[^\s-])", line)) is not None:
        return Advice(
            (number, dash.end()),
            "a list item needs a space after its dash",
            _fixed(line, dash.end(), f" {line[dash.end() :]}"),
        )
    if _BLOCK_HEADER.fullmatch(fault.line(number - 1)):
        return Advice((number, column), "the lines of a block of text are indented", f"  {line.strip()}")
    hint = "if the line continues the text above, indent it; else write a key, a colon and a space before it"
    return Advice((number, column), "this line is neither 'key: value' nor a list item", hint)


def _flow(fault: Fault) -> Advice | None:
    """Lists in [ ] and mappings in { } on a line."""
    opened = fault.bracket
    if opened is None:
        return None
    bracket = fault.at(opened)
    if fault.place[0] > opened[0]:
        close = "]" if bracket == "[" else "}"
        line = fault.line(opened[0]).rstrip()
        return Advice(opened, f'this "{bracket}" is never closed', _fixed(line, len(line), close))
    hint = "put a comma between the items; put a text that holds a comma, a colon or a bracket in quotes"
    return Advice(fault.place, f'a comma is missing between "{bracket}" and here', hint)


def _indentation(fault: Fault) -> Advice | None:
    if "document start" in fault.reason:
        hint = "begin every key of the file in the same column"
        return Advice(fault.place, "this line is indented less than the first line of the file", hint)
    if "block" not in fault.context:
        return None
    indented, expected = fault.place[1] - 1, fault.opened[1] - 1
    if indented == expected and fault.at(fault.place) == "-":
        return Advice(fault.place, "a list item stands where a key is expected", "indent it below its key")
    if fault.line(fault.place[0])[:indented].strip() or indented == expected:
        return None
    return Advice(
        fault.place,
        f"this line is indented by {indented}, the lines that it belongs with by {expected} or more",
        "begin keys that belong together in the same column",
    )


_RULES: tuple[Callable[[Fault], Advice | None], ...] = (
    _tab,
    _escape,
    _unclosed_quote,
    _after_quote,
    _after_bracket,
    _first_character,
    _colon,
    _list_on_the_line,
    _no_colon,
    _flow,
    _indentation,
)
