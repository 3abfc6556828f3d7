# SPDX-License-Identifier: MIT
"""The kinds of link between events, each with the words for it and with its inverse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelationKind:
    """One direction of a link.

    `label` is a message id that reads on before the other event's title. `after` says that an
    event with this link comes after the other; `acyclic` that a chain of them may not close.
    """

    name: str
    inverse: str
    label: str
    after: bool = False
    acyclic: bool = False
    needs_speaker: bool = False
    needs_note: bool = False

    @property
    def symmetric(self) -> bool:
        """Whether the link reads the same from both ends."""
        return self.name == self.inverse


KINDS: tuple[RelationKind, ...] = (
    RelationKind("responds_to", "prompted", "In response to", after=True, acyclic=True, needs_speaker=True),
    RelationKind("prompted", "responds_to", "Answered by"),
    RelationKind("follows", "precedes", "Came after", after=True, acyclic=True),
    RelationKind("precedes", "follows", "Came before"),
    RelationKind("result_of", "led_to", "Said to result from", after=True, acyclic=True, needs_speaker=True),
    RelationKind("led_to", "result_of", "Said to have led to"),
    RelationKind("part_of", "has_part", "Part of", acyclic=True),
    RelationKind("has_part", "part_of", "Includes"),
    RelationKind("anniversary_of", "has_anniversary", "Anniversary of", after=True, acyclic=True),
    RelationKind("has_anniversary", "anniversary_of", "Its anniversary"),
    RelationKind("reports_on", "reported_in", "A statement about", after=True, acyclic=True),
    RelationKind("reported_in", "reports_on", "Spoken of in"),
    RelationKind("replaces", "replaced_by", "Replaces", acyclic=True),
    RelationKind("replaced_by", "replaces", "Replaced by"),
    RelationKind("same_as", "same_as", "The same event as"),
    RelationKind("possibly_same_as", "possibly_same_as", "Possibly the same event as", needs_note=True),
    RelationKind("distinct_from", "distinct_from", "Not the same event as"),
    RelationKind("similar_to", "similar_to", "Similar to"),
    RelationKind("coincides_with", "coincides_with", "At the same time as"),
)

BY_NAME = {kind.name: kind for kind in KINDS}
