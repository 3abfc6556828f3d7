"""What ties a test to the check of access that it makes good on: `@proves("contrast")`."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from dateline.access import BY_KEY

Test = TypeVar("Test", bound=Callable[..., None])
FOLDER = Path(__file__).parent


def proves(key: str) -> Callable[[Test], Test]:
    """Mark a test as one that makes good on a check which the page on accessibility claims."""
    assert key in BY_KEY, f"dateline/access.py has no check {key!r}"

    def unchanged(test: Test) -> Test:
        return test

    return unchanged


def proved() -> Iterator[str]:
    """The keys of the checks that a test somewhere makes good on, read from its decorators."""
    for file in sorted(FOLDER.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield from (
                    ast.literal_eval(one.args[0])
                    for one in node.decorator_list
                    if isinstance(one, ast.Call)
                    and isinstance(one.func, ast.Name)
                    and one.func.id == "proves"
                )
