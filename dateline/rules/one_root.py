# SPDX-License-Identifier: MIT
"""A confirmed event rests on two sources that do not rest on one another, one of them not a party.

A source known through another (`via`, `based_on`) counts as that other one. Where there is direct
evidence instead, `verification_note` tells it.

Bad:
    verification: confirmed
    sources: [statement]    # known through a wire story

Good:
    verification: confirmed
    sources: [statement, https://example.org/seen-by-a-reporter]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dateline.models import Citation
from dateline.problems import Finding, Severity, shown
from dateline.registry import Registry
from dateline.setting import Setting
from dateline.stories import Story
from dateline.terms import Standing, Verification

CODE = "D204"
NAME = "one-root"
SEVERITY = Severity.WARNING

ELSE = "write verification: reported, or tell the direct evidence in verification_note"


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield a confirmed event that its sources do not confirm."""
    event, registry = story.event, setting.registry
    if not story.is_live or event.verification is not Verification.CONFIRMED or event.verification_note:
        return
    # Equal sets count once, so that a long list of reprints stays quick.
    roots = {roots_of(citation, registry) for citation in event.sources}
    if not any(one.isdisjoint(other) for one, other in combinations(roots, 2)):
        names = ", ".join(shown(name) for name in sorted(frozenset().union(*roots)))
        message, todo = f"all of its sources rest on {names}", "cite a source of another root"
    elif all(standing_of(citation, registry) is Standing.PARTY for citation in event.sources):
        message, todo = "all of its sources are parties to the events", "cite a source that is no party"
    else:
        return
    yield Finding("event", story.id, ("verification",), f"'confirmed', but {message}", f"{todo}, {ELSE}")


def roots_of(citation: Citation, registry: Registry) -> frozenset[str]:
    """The sources on which a citation rests in the end; an address is its own."""
    if citation.source:
        return registry.roots(citation.source)
    source = citation.inline
    if source is None:
        return frozenset()
    parents = [*source.based_on, *([source.via] if source.via else [])]
    if not parents:
        return frozenset({source.url or source.title})
    return frozenset().union(*map(registry.roots, parents))


def standing_of(citation: Citation, registry: Registry) -> Standing | None:
    """How a cited source stands to what it tells, where that is said."""
    source = registry.sources.get(citation.source or "") or citation.inline
    return source.standing if source else None
