"""A made-up site whose events are renamed, merged, withdrawn and brought back, and where addresses lead.

It stands beside the engine and asks it for nothing: what an address must show follows from what was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SITE = "title: Bridges\nurl: https://example.org/bridges/\nknowledge_date: 2022-12-31\nsearch: false\n"


@dataclass
class Happening:
    """An event: `name` is what it is known by to us alone, whatever becomes of its id."""

    name: int
    id: str
    title: str
    day: int
    former: list[str] = field(default_factory=list)
    replaces: list[str] = field(default_factory=list)
    withdrawn: bool = False
    draft: bool = False
    merged: bool = False

    def text(self, actor: str) -> str:
        """The event as a file."""
        lines = [f"title: {self.title}", f"date: 2022-01-{self.day:02}", f"actors: [{{actor: {actor}}}]"]
        lines += ["sources: [https://example.org/report]"]
        lines += [f"former_ids: [{', '.join(self.former)}]"] if self.former else []
        lines += [f"relations: {{replaces: [{', '.join(self.replaces)}]}}"] if self.replaces else []
        lines += ["status: withdrawn", "withdrawn_reason: It was a drill."] if self.withdrawn else []
        lines += ["status: draft"] if self.draft else []
        return "\n".join(lines) + "\n"


@dataclass
class Lineage:
    """A site's folder, its events by id, and for every id that was ever published the event it stands for."""

    folder: Path
    chance: Random
    events: dict[str, Happening] = field(default_factory=dict)
    ever: dict[str, int] = field(default_factory=dict)
    actor: str = "council"
    made: int = 0
    on_disk: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        """Write what differs from the files that are there."""
        wanted = {f"events/{ident}.yaml": one.text(self.actor) for ident, one in self.events.items()}
        wanted |= {"site.yaml": SITE, "actors.yaml": f"{self.actor}: {{name: The council}}\n"}
        for name in self.on_disk.keys() - wanted.keys():
            (self.folder / "content" / name).unlink()
        for name, text in wanted.items():
            if self.on_disk.get(name) != text:
                path = self.folder / "content" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        self.on_disk = wanted

    def published(self) -> None:
        """Every event that is shown now has been published from now on, under its id and its former ones."""
        for one in self.events.values():
            if not one.merged:
                self.ever |= dict.fromkeys([one.id, *one.former, *one.replaces], one.name)

    def where(self, ident: str) -> Happening:
        """The event that a published address must lead to."""
        (found,) = [one for one in self.events.values() if one.name == self.ever[ident] and not one.merged]
        return found

    def shown(self) -> list[Happening]:
        """The events that stand for themselves, by id."""
        return sorted((one for one in self.events.values() if not one.merged), key=lambda one: one.id)

    def new_id(self) -> str:
        """An id that nothing ever had."""
        self.made += 1
        day, word = self.chance.randint(1, 31), self.chance.choice(("fire", "flood", "x"))
        return f"2022-01-{day:02}-{word}-{self.made}"

    def given_up(self) -> list[str]:
        """The ids that were published and stand for no event of their own any more."""
        return sorted(ident for ident in self.ever if ident not in self.events)

    def add(self, ident: str | None = None) -> Happening:
        """A new event."""
        ident = ident or self.new_id()
        one = Happening(self.made, ident, f"Event {self.made}", self.chance.randint(1, 31))
        self.events[ident] = one
        return one

    def move(self, one: Happening, ident: str) -> str:
        """Give an event another id, and say nothing of the old one; what comes back is the old one."""
        old = one.id
        del self.events[old]
        self.events[ident], one.id = one, ident
        return old

    def take_in(self, one: Happening, other: Happening) -> list[str]:
        """Let one event stand for another, whose file goes; what comes back are the ids it must name."""
        del self.events[other.id]
        for ident, name in self.ever.items():
            if name == other.name:
                self.ever[ident] = one.name
        return [other.id, *(former for former in other.former if former != other.id), *other.replaces]
