# SPDX-License-Identifier: MIT
"""What all events of a site share: its settings, its registries, and what of those is not to be had."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.models import Site
from dateline.registry import Registry


@dataclass(frozen=True, slots=True)
class Setting:
    """The site and its registries.

    `hidden` names registry records that exist and could not be used, as their registry and id; an
    empty id stands for a whole registry that could not be read.
    """

    site: Site
    registry: Registry
    hidden: frozenset[tuple[str, str]] = frozenset()
