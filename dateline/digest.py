# SPDX-License-Identifier: MIT
"""A digest of any value made of our frozen types: same value, same text, on every machine.

A value may hold parts that are worked out only when they are looked at: what has a `key`, and is no
dataclass, stands there with that.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Protocol, cast

from pydantic_core import to_json


class Part(Protocol):
    """Something that is made from what its key says."""

    @property
    def key(self) -> str:
        """A digest of all that it is made from."""


def digest(value: object) -> str:
    """32 hexadecimal digits of BLAKE2b over the value's JSON, mappings in the order they have."""
    return blake2b(to_json(value, fallback=key_of), digest_size=16).hexdigest()


def digest_of_keys(keys: Iterable[str]) -> str:
    """The same over keys in a row, none empty or with a line break in it: quicker than by way of JSON."""
    return blake2b("\n".join(keys).encode(), digest_size=16).hexdigest()


def key_of(part: object) -> str:
    """What a part stands in a digest with."""
    return cast("Part", part).key
