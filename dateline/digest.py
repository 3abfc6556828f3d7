# SPDX-License-Identifier: MIT
"""A digest of any value made of our frozen types: same value, same text, on every machine."""

from __future__ import annotations

from hashlib import blake2b

from pydantic_core import to_json


def digest(value: object) -> str:
    """32 hexadecimal digits of BLAKE2b over the value's JSON, mappings in the order they have."""
    return blake2b(to_json(value), digest_size=16).hexdigest()
