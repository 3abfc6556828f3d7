# SPDX-License-Identifier: MIT
"""A YAML file becomes plain data in which every value knows its line and column.

Nothing is built by a YAML library: the parser's events are read one by one, so that anchors,
tags and other features are refused on sight, and every scalar stays the text that was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from dateline.codes.reading import CONTROL_CHARACTER
from dateline.decoding import decode
from dateline.events import EVENT, Limits, Loc, Mark, Reading, marks, scan
from dateline.problems import Code, Problem, in_reading_order
