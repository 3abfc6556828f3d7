# SPDX-License-Identifier: MIT
"""Makes the mutants of a module: the same module with one small change, as a slip of the pen would make.

Comparisons, sums and conditions are turned, numbers are one off, a member of a list is lost, so is a
statement, a value that is returned, or a character of a regular expression. What stands in annotations,
decorators and docstrings is let be, and so are the words of messages.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from types import CodeType

SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Mult,),
    ast.Div: (ast.Mult,),
    ast.Mod: (ast.Mult,),
}
TRIMMING = {"strip", "lstrip", "rstrip", "lower", "upper", "title", "removeprefix", "removesuffix"}
LET_BE = {"annotation", "returns", "decorator_list"}
RAW = re.compile(r"(?:r|rf|fr)[\"']", re.IGNORECASE)
AROUND = 24
"""How many characters are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One change of a module: its line, what stood there, and what stands there now."""

    line: int
    before: str
    after: str

    @property
    def change(self) -> str:
        """The change as it is written down; without the line, which moves."""
        return f"`{self.before}` → `{self.after}`"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one slip in it."""

    slip: Slip
    code: CodeType


def mutants(text: str, file: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its text."""
    tree = ast.parse(text)
    raw = raw_strings(tree, text)
    for holder, name, position, node in list(places(tree)):
        for after in changes(node, raw):
            put(holder, name, position, after)
            code = compile(ast.fix_missing_locations(tree), file, "exec")
            put(holder, name, position, node)
            line = next(part.lineno for part in ast.walk(node) if isinstance(part, ast.expr | ast.stmt))
            yield Mutant(Slip(line, *shortest(ast.unparse(node), ast.unparse(after))), code)


def places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below one, with the field that it stands in and, in a list, the position."""
    for name, value in ast.iter_fields(node):
        if name in LET_BE:
            continue
        for position, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST) and not says_nothing(child):
                yield node, name, position, child
                yield from places(child)


def says_nothing(node: ast.AST) -> bool:
    """Whether a statement is a docstring, lists what may be imported or names a type: `Loc = tuple[str]`."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript()):
            return name.istitle()
    return False


def put(holder: ast.AST, name: str, position: int | None, node: ast.AST) -> None:
    """Set a node in the place of another."""
    if position is None:
        setattr(holder, name, node)
    else:
        getattr(holder, name)[position] = node


def raw_strings(tree: ast.AST, text: str) -> set[ast.AST]:
    """The texts that are regular expressions, or parts of one: they are written as raw strings."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        if RAW.match(ast.get_source_segment(text, node) or ""):
            found |= {part for part in ast.walk(node) if isinstance(part, ast.Constant)}
    return found


def changes(node: ast.AST, raw: set[ast.AST]) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    yield from turned(node)
    yield from another_value(node, raw)
    yield from lost(node)


def turned(node: ast.AST) -> Iterator[ast.AST]:
    """A comparison, a condition or a sum with another sign."""
    match node:
        case ast.Compare(ops=ops):
            for position, op in enumerate(ops):
                for swap in SWAPS[type(op)]:
                    yield with_(node, ops=[*ops[:position], swap(), *ops[position + 1 :]])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op):
            yield from (with_(node, op=swap()) for swap in SWAPS.get(type(op), ()))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield with_(node, test=ast.UnaryOp(ast.Not(), test))


def another_value(node: ast.AST, raw: set[ast.AST]) -> Iterator[ast.AST]:
    """A number that is one off, the other truth, a pattern without a character, a text as it was typed."""
    match node:
        case ast.Constant(value=bool(value)):
            yield with_(node, value=not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (with_(node, value=value + 1), with_(node, value=value - 1))
        case ast.Constant(value=str(value)) if node in raw:
            shorter = (value[:place] + value[place + 1 :] for place in range(len(value)))
            yield from (with_(node, value=one) for one in dict.fromkeys(shorter))
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in TRIMMING:
            yield value


def lost(node: ast.AST) -> Iterator[ast.AST]:
    """A list without a member, a search without a condition, no value returned, no statement at all."""
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) if len(parts) > 1:
            for position in range(len(parts)):
                yield with_(node, elts=parts[:position] + parts[position + 1 :])
        case ast.comprehension(ifs=parts):
            for position in range(len(parts)):
                yield with_(node, ifs=parts[:position] + parts[position + 1 :])
        case ast.Return(value=None | ast.Constant(value=None | bool())):
            return  # None is as false as False, and the other truth stands there already.
        case ast.Return():
            yield with_(node, value=ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Continue() | ast.Break() | ast.Assign() | ast.AugAssign():
            yield ast.copy_location(ast.Pass(), node)


def with_(node: ast.AST, **fields: object) -> ast.AST:
    """A node like another but for some fields."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def shortest(before: str, after: str) -> tuple[str, str]:
    """Two texts, in a line each, without most of what both begin and end with."""
    before, after = (re.sub(r"\s+", " ", text) for text in (before, after))
    head = alike(before, after)
    tail = alike(before[head:][::-1], after[head:][::-1])
    start, end = max(0, head - AROUND), max(0, tail - AROUND)

    def cut(text: str) -> str:
        return ("…" if start else "") + text[start : len(text) - end] + ("…" if end else "")

    return cut(before), cut(after)


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
