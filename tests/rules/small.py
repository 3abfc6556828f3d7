"""Small timelines for the tests of rules, made from a few keys or from a docstring's example."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from dateline.digest import digest
from dateline.document import Document, read
from dateline.models import Actor, Event, Place, Site, Source
from dateline.problems import Finding
from dateline.registry import Registry
from dateline.rows import row
from dateline.rulebook import lesson
from dateline.setting import Setting
from dateline.stories import story
from dateline.timeline import Timeline, index

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
    setting = Setting(Site.model_validate({"title": "A timeline", **(site or {})}), registry)
    return indexed(
        setting,
        {ident: Event.model_validate({**EVENT, **record}) for ident, record in (events or {}).items()},
    )


def indexed(setting: Setting, events: Mapping[str, Event]) -> Timeline:
    """The timeline of some events by id."""
    stories = {
        ident: story(ident, f"content/events/{ident}.yaml", event, setting) for ident, event in events.items()
    }
    rows = {ident: row(told, setting.registry, digest(told)) for ident, told in stories.items()}
    return index(setting, rows, lambda one: stories[one.id], hidden=setting.hidden)


def found(rule: ModuleType, timeline: Timeline) -> list[Finding]:
    """Everything that a rule finds, in the whole and then event by event."""
    findings: list[Finding] = []
    if hasattr(rule, "check"):
        findings += rule.check(timeline)
    if hasattr(rule, "of_event"):
        for entry in timeline.by_id.values():
            findings += rule.of_event(timeline.tell(entry.row), timeline.setting)
    return findings


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
