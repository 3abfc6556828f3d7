"""Small timelines for the tests of rules, made from a few keys or from a docstring's example."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from dateline.document import Document, read
from dateline.models import Actor, Event, Place, Site, Source
from dateline.problems import Finding
from dateline.registry import Registry
from dateline.rulebook import lesson
from dateline.timeline import Timeline, index, link

Record = Mapping[str, Any]
Table = Mapping[str, Any]

EVENT: Record = {"title": "An event", "date": "2022-01-05", "sources": ["https://example.org/report"]}


def timeline_of(
    events: Table | None = None,
    *,
    places: Table | None = None,
    actors: Table | None = None,
    sources: Table | None = None,
    site: Record | None = None,
) -> Timeline:
    """The timeline of some events, each of which has a title, a date and a source unless it says other."""
    registry = Registry(
        places={
            ident: Place.model_validate({"name": ident, **record}) for ident, record in (places or {}).items()
        },
        actors={
            ident: Actor.model_validate({"name": ident, **record}) for ident, record in (actors or {}).items()
        },
        sources={
            ident: Source.model_validate({"title": ident, **record})
            for ident, record in (sources or {}).items()
        },
    )
    settings = Site.model_validate({"title": "A timeline", **(site or {})})
    typed = {
        ident: (f"content/events/{ident}.yaml", Event.model_validate({**EVENT, **record}))
        for ident, record in (events or {}).items()
    }
    return index(settings, registry, link(settings, registry, typed, {}))


def found(rule: ModuleType, timeline: Timeline) -> list[Finding]:
    """Everything that a rule finds, in its own order."""
    return list(rule.check(timeline))


def bad(rule: ModuleType) -> Record:
    """The bad example of a rule's docstring."""
    return example(lesson(rule).bad)


def good(rule: ModuleType) -> Record:
    """The good example of a rule's docstring."""
    return example(lesson(rule).good)


def example(text: str) -> Record:
    """A piece of YAML as the engine reads it."""
    document = read("example.yaml", text.encode())
    assert isinstance(document, Document), document
    return document.data
