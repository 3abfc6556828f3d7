# SPDX-License-Identifier: MIT
"""Works once more without the cache where what was kept there is none of ours.

A checksum finds damage. It does not find a text that somebody wrote by hand and gave a right
checksum: that may be no JSON, or JSON of another shape, and fails wherever it is used first. So no
reader of the cache doubts each value; here, once, the cache is thrown away and the work done anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from dateline.engine import engine
from dateline.options import CACHE, Options
from dateline.store import DAMAGED, SUFFIX

Result = TypeVar("Result")

WRONG = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a value of another shape may raise."""


def distrusting(work: Callable[[Options], Result], options: Options) -> tuple[Result, Sequence[str]]:
    """What the work makes with these options, or without the cache; and what there is to say of that.

    What the work raises without a cache is raised here.
    """
    try:
        return work(options), ()
    except WRONG:
        if not options.cache:
            raise
        with suppress(OSError):
            (options.source / CACHE / (engine() + SUFFIX)).unlink()
        return work(replace(options, cache=False)), (DAMAGED,)
